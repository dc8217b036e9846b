#pragma once
// `talentmatch serve` over a data directory, to be killed. Names no test assertions: several run at once.

#include <cstdint>
#include <optional>
#include <string>

#include <sys/types.h>

namespace talentmatch::testing {

class Served {
 public:
  // Errors of the program go to the file.
  Served(const std::string& data, const std::string& errors);
  ~Served();  // kills it, if that has not been done
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  // None: it ended before it was ready.
  std::optional<std::uint16_t> wait_until_ready();
  void kill();

 private:
  pid_t process_ = -1;
  int output_ = -1;
};

}  // namespace talentmatch::testing
