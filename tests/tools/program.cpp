#include "tests/tools/program.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace talentmatch::testing {
namespace {

using namespace std::chrono_literals;

void name_catalog(std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments.front().starts_with('-')) return;
  if (std::ranges::find(arguments, "--help") != arguments.end()) return;
  if (arguments.front() == "bench" || arguments.front() == "keys") return;  // need none
  if (arguments.front() == "audit") return;                                 // reads no records
  arguments.insert(arguments.begin() + 1, {"--catalog", TALENTMATCH_SOURCE_DIR "/data/catalog"});
}

// Output and error go to files, so that neither can fill a pipe.
pid_t start(std::vector<std::string> arguments, const std::string& out, const std::string& error) {
  name_catalog(arguments);
  arguments.insert(arguments.begin(), TALENTMATCH_PROGRAM);
  std::vector<char*> words;
  for (auto& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, error.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                   0600);
  pid_t process = -1;
  const int failed = posix_spawn(&process, TALENTMATCH_PROGRAM, &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  REQUIRE(failed == 0);
  return process;
}

int wait_for(pid_t process) {
  int state = 0;
  waitpid(process, &state, 0);
  return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
}

}  // namespace

Run run_program(std::vector<std::string> arguments) {
  const ScratchFolder folder;
  const auto process = start(std::move(arguments), folder / "out", folder / "error");
  Run run;
  run.status = wait_for(process);
  run.out = read_text(folder / "out");
  run.error = read_text(folder / "error");
  return run;
}

ScratchFolder::ScratchFolder() {
  auto name = (std::filesystem::temp_directory_path() / "talentmatch-test-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void write_text(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

ServeProcess::ServeProcess(const std::string& data, const std::vector<std::string>& more) {
  std::vector<std::string> arguments{"serve", "--data", data, "--port", "0"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  process_ = start(std::move(arguments), folder_ / "out", folder_ / "error");
  for (int i = 0; i < 3000 && url_.empty(); ++i) {
    std::this_thread::sleep_for(10ms);
    const auto said = read_text(folder_ / "out");
    const auto from = said.find("http");
    const auto to = said.find("/ ", from);
    if (to != std::string::npos) url_ = said.substr(from, to - from);
  }
  INFO(read_text(folder_ / "error"));
  REQUIRE(!url_.empty());
}

ServeProcess::~ServeProcess() {
  if (process_ > 0) stop(SIGKILL);
}

int ServeProcess::stop(int signal) {
  kill(process_, signal);
  const int status = wait_for(process_);
  process_ = -1;
  return status;
}

void ServeProcess::signal(int signal) const {
  kill(process_, signal);
}

std::string ServeProcess::log() const {
  return read_text(folder_ / "error");
}

}  // namespace talentmatch::testing
