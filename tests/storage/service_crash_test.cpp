// kill -9 in the middle of imports and puts: what was acknowledged is there, no line is half there.

#include <chrono>
#include <random>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/storage/service_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

// Imports graduates without end; the number of lines of each acknowledgement goes to the pipe.
void import_without_end(const std::filesystem::path& directory, const std::string& round, int pipe) {
  auto service = open_service(directory);
  int next = 0;
  const auto endless = [&](char* buffer, std::size_t capacity) -> Result<std::size_t> {
    std::size_t size = 0;
    while (capacity - size > 200) {
      const auto line = graduate("G" + round + "-" + std::to_string(next++)) + "\n";
      size += line.copy(buffer + size, capacity - size);
    }
    return size;
  };
  const auto report = [&](std::string_view bytes) {
    const auto lines = static_cast<std::uint64_t>(std::ranges::count(bytes, '\n'));
    return ::write(pipe, &lines, sizeof lines) == sizeof lines;
  };
  (void)service->import(Collection::graduates, {}, endless, report);
}

// This program again, running the hidden test case below: threads do not survive a mere fork.
pid_t start_child(const std::filesystem::path& directory, const std::string& round, int pipe) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::setenv("CRASH_DIRECTORY", directory.c_str(), 1);
  ::setenv("CRASH_ROUND", round.c_str(), 1);
  ::setenv("CRASH_PIPE", std::to_string(pipe).c_str(), 1);
  ::execl("/proc/self/exe", "child", "[crash-child]", nullptr);
  ::_exit(1);
}

// Kills the child some time after its first acknowledgement; gives the number of acknowledged lines.
std::uint64_t run_and_kill(const std::filesystem::path& directory, int round,
                           std::chrono::microseconds delay) {
  int ends[2] = {};
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = start_child(directory, std::to_string(round), ends[1]);
  ::close(ends[1]);
  std::uint64_t acknowledged = 0;
  std::uint64_t lines = 0;
  if (::read(ends[0], &lines, sizeof lines) == sizeof lines) acknowledged += lines;
  std::this_thread::sleep_for(delay);
  ::kill(child, SIGKILL);
  while (::read(ends[0], &lines, sizeof lines) == sizeof lines) acknowledged += lines;
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  return acknowledged;
}

}  // namespace

TEST_CASE("the child of the crash test", "[.][crash-child]") {
  const char* directory = std::getenv("CRASH_DIRECTORY");
  REQUIRE(directory != nullptr);
  import_without_end(directory, std::getenv("CRASH_ROUND"), std::stoi(std::getenv("CRASH_PIPE")));
}

TEST_CASE("every acknowledged line survives kill -9") {
  const TemporaryDirectory directory;
  {
    put_actors(*open_service(directory.path()));
  }
  std::mt19937 random(Catch::rngSeed());
  constexpr int kRounds = 20;
  for (int round = 0; round < kRounds; ++round) {
    const std::chrono::microseconds delay(random() % 100'000);
    const auto acknowledged = run_and_kill(directory.path(), round, delay);
    INFO("round " << round << ", delay " << delay.count() << " µs, seed " << Catch::rngSeed());
    auto service = open_service(directory.path());
    REQUIRE(acknowledged > 0);
    for (std::uint64_t i = 0; i < acknowledged; ++i) {
      const auto id = "G" + std::to_string(round) + "-" + std::to_string(i);
      const auto stored = service->get(Collection::graduates, id);
      if (!stored || stored->json != graduate(id) || !service->snapshot()->find_graduate(id)) FAIL(id);
    }
    // Emptied again, so that the rounds stay short.
    const auto emptied =
        import_text(*service, Collection::graduates, "", {.mode = ImportMode::replace, .progress = {}});
    REQUIRE(emptied.totals);
    REQUIRE(emptied.totals->swapped);
  }
}
