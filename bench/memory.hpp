#pragma once
// What memory the process holds (Linux: /proc/self).

#include <cstdint>
#include <fstream>
#include <string>

#include <malloc.h>

namespace talentmatch::bench {

// A line of /proc/self/status that is in kB.
inline std::int64_t status_megabytes(const std::string& name) {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word && word != name) {
  }
  std::int64_t kilobytes = 0;
  status >> kilobytes;
  return kilobytes / 1024;
}
inline std::int64_t resident_megabytes() {
  return status_megabytes("VmRSS:");
}

// The most that is held from now on, above what is held now.
class PeakMemory {
 public:
  PeakMemory() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << 5;  // the peak begins anew
    before_ = resident_megabytes();
  }
  std::int64_t megabytes() const { return status_megabytes("VmHWM:") - before_; }

 private:
  std::int64_t before_ = 0;
};

}  // namespace talentmatch::bench
