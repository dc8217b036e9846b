#pragma once
// Runs the built program as a person at a shell would.

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace talentmatch::testing {

struct Run {
  int status = -1;  // exit status
  std::string out;
  std::string error;
};

// The arguments as words, no shell between. The shipped catalogue is named for commands that take one.
Run run_program(std::vector<std::string> arguments);

// A folder that is gone with the object.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

void write_text(const std::string& path, const std::string& text);
std::string read_text(const std::string& path);

// `talentmatch serve` on a free port, with more options, ready.
class ServeProcess {
 public:
  explicit ServeProcess(const std::string& data, const std::vector<std::string>& more = {});
  ~ServeProcess();  // kills what is still there
  ServeProcess(const ServeProcess&) = delete;
  ServeProcess& operator=(const ServeProcess&) = delete;

  const std::string& url() const { return url_; }
  std::string port() const { return url_.substr(url_.rfind(':') + 1); }
  int stop(int signal);  // its exit status
  void signal(int signal) const;
  std::string log() const;  // what it has written to its error output

 private:
  ScratchFolder folder_;
  pid_t process_ = -1;
  std::string url_;
};

}  // namespace talentmatch::testing
