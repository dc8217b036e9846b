#include "tests/crash/served.hpp"

#include <array>
#include <charconv>
#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace talentmatch::testing {

Served::Served(const std::string& data, const std::string& errors) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  output_ = ends[0];
  std::array<std::string, 10> words{TALENTMATCH_PROGRAM,
                                    "serve",
                                    "--data",
                                    data,
                                    "--port",
                                    "0",
                                    "--catalog",
                                    TALENTMATCH_SOURCE_DIR "/data/catalog",
                                    "--threads",
                                    "2"};
  std::array<char*, words.size() + 1> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                   0600);
  const int failed =
      posix_spawn(&process_, TALENTMATCH_PROGRAM, &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failed != 0) throw std::runtime_error("the program cannot be started");
}

Served::~Served() {
  kill();
  ::close(output_);
}

void Served::kill() {
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
}

std::optional<std::uint16_t> Served::wait_until_ready() {
  constexpr std::string_view kBefore = "http://127.0.0.1:";
  std::string said;
  std::array<char, 256> bytes{};
  while (said.find("/ ") == std::string::npos) {
    const auto count = ::read(output_, bytes.data(), bytes.size());
    if (count <= 0) return std::nullopt;
    said.append(bytes.data(), static_cast<std::size_t>(count));
  }
  const auto from = said.find(kBefore) + kBefore.size();
  std::uint16_t port = 0;
  std::from_chars(said.data() + from, said.data() + said.size(), port);
  return port;
}

}  // namespace talentmatch::testing
