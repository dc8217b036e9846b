#pragma once

#include <cstddef>
#include <vector>

namespace talentmatch::bench {

// Drives everything else out of the processor's caches, by reading and writing more than they hold.
class ColdCache {
 public:
  void empty() {
    for (std::size_t i = 0; i < lines_.size(); i += 64) ++lines_[i];
  }

 private:
  std::vector<unsigned char> lines_ = std::vector<unsigned char>(std::size_t{96} << 20U);
};

}  // namespace talentmatch::bench
