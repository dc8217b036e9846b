#pragma once
// How much memory something takes at its peak, above what the process held before (Linux: /proc/self).

#include <cstdint>
#include <fstream>
#include <string>

#include <malloc.h>

namespace talentmatch::bench {

class PeakMemory {
 public:
  PeakMemory() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << 5;  // the peak begins anew
    before_ = kilobytes("VmRSS:");
  }
  std::int64_t megabytes() const { return (kilobytes("VmHWM:") - before_) / 1024; }

 private:
  static std::int64_t kilobytes(const std::string& name) {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word && word != name) {
    }
    std::int64_t value = 0;
    status >> value;
    return value;
  }

  std::int64_t before_ = 0;
};

}  // namespace talentmatch::bench
