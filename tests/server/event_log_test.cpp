#include "server/log/event_log.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include <catch2/catch.hpp>

#include "server/http/request_id.hpp"
#include "server/log/event_line.hpp"
#include "tests/server/log_text.hpp"

using Catch::Matchers::Contains;
using Catch::Matchers::Matches;

namespace talentmatch::testing {
namespace {

using namespace std::chrono_literals;

class Pipe {
 public:
  Pipe() { REQUIRE(pipe(ends_.data()) == 0); }
  ~Pipe() {
    close_reader();
    close_writer();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int writer() const { return ends_[1]; }
  void close_reader() { close_end(ends_[0]); }
  void close_writer() { close_end(ends_[1]); }
  // Until the writers are gone.
  std::string read_all() const {
    std::string text;
    std::array<char, 4096> buffer;
    for (ssize_t size = 0; (size = read(ends_[0], buffer.data(), buffer.size())) > 0;)
      text.append(buffer.data(), static_cast<std::size_t>(size));
    return text;
  }

 private:
  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
  std::array<int, 2> ends_{-1, -1};
};

// By all lines that tell of it.
std::uint64_t told_dropped(const std::vector<std::string>& lines) {
  constexpr std::string_view kMark = R"("event":"dropped","lines":)";
  std::uint64_t told = 0;
  for (const auto& line : lines) {
    const auto at = line.find(kMark);
    if (at != std::string::npos) told += std::stoull(line.substr(at + kMark.size()));
  }
  return told;
}

std::chrono::steady_clock::duration time_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::steady_clock::now() - start;
}

}  // namespace

TEST_CASE("a line of the log is JSON with the moment and what is known") {
  CHECK_THAT(
      std::string(EventLine("started").add("port", 8080).add("address", "::1").add("none", "").finish()),
      Matches(R"(\{"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","event":"started","port":8080,)"
              R"("address":"::1"\}\n)"));
  CHECK_THAT(std::string(EventLine("e").add("ms", 1'234'567ns).add("quoted", "a\"b\n").finish()),
             Contains(R"("ms":1.234,"quoted":"a\"b\n"})"));
}

TEST_CASE("lines come out in order") {
  LogText text;
  std::string all;
  for (int i = 0; i < 10'000; ++i) {
    const auto line = std::to_string(i) + "\n";
    text.log()->write(line);
    all += line;
  }
  CHECK(text.end() == all);
}

TEST_CASE("a reader that does not read holds nobody up; what is dropped is told") {
  constexpr std::uint64_t kLines = 20'000;
  Pipe pipe;
  std::optional<EventLog> log;
  log.emplace(pipe.writer(), EventLogOptions{.capacity = 100'000, .patience = 10s});
  const auto spent = time_of([&] {
    for (std::uint64_t i = 0; i < kLines; ++i) log->write(std::string(99, 'x') + "\n");
  });
  CHECK(spent < 5s);
  const auto dropped = log->dropped();
  CHECK(dropped > kLines / 2);
  std::string text;
  std::thread reader([&] { text = pipe.read_all(); });
  log.reset();
  pipe.close_writer();
  reader.join();
  const auto lines = lines_of(text);
  const auto whole = std::count(lines.begin(), lines.end(), std::string(99, 'x'));
  CHECK(static_cast<std::uint64_t>(whole) + dropped == kLines);
  CHECK(told_dropped(lines) == dropped);
}

TEST_CASE("the end of a log waits for a reader that does not read no longer than it is patient") {
  Pipe pipe;
  const auto spent = time_of([&] {
    EventLog log(pipe.writer(), {.capacity = 1 << 20, .patience = 50ms});
    log.write(std::string(500'000, 'x') + "\n");
  });
  CHECK(spent < 5s);
}

TEST_CASE("a log without a reader is no harm") {
  Pipe pipe;
  pipe.close_reader();
  EventLog log(pipe.writer());
  for (int i = 0; i < 100; ++i) log.write("lost\n");
}

TEST_CASE("request ids: what a client may bring, and what is made") {
  CHECK(is_request_id("a"));
  CHECK(is_request_id("Trace-01_x.Y" + std::string(52, '9')));
  CHECK_FALSE(is_request_id(""));
  CHECK_FALSE(is_request_id(std::string(65, 'a')));
  for (const auto* bad : {"a b", "a\"", "a\n", "学", "a/b", "a:b"}) CHECK_FALSE(is_request_id(bad));
  RequestIds ids(0x1f, 3);
  CHECK(ids.next().text() == "0000001f-3-1");
  for (int i = 0; i < 254; ++i) ids.next();
  CHECK(ids.next().text() == "0000001f-3-100");
  CHECK(is_request_id(ids.next().text()));
}

}  // namespace talentmatch::testing
