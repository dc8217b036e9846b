#pragma once
// Times of single calls in microseconds, and their figures as JSON.

#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace talentmatch::bench {

class Latencies {
 public:
  template <class F>
  auto measure(F&& call) {
    const auto start = std::chrono::steady_clock::now();
    auto result = call();
    micros_.push_back(
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    return result;
  }

  std::size_t calls() const { return micros_.size(); }
  double mean() const {
    return std::accumulate(micros_.begin(), micros_.end(), 0.0) / static_cast<double>(micros_.size());
  }
  std::string json() {
    if (micros_.empty()) return R"({"calls":0})";
    std::ranges::sort(micros_);
    return fmt::format(
        R"({{"calls":{},"mean_us":{:.2f},"p50_us":{:.2f},"p90_us":{:.2f},"p99_us":{:.2f},"max_us":{:.2f}}})",
        micros_.size(), mean(), at(0.5), at(0.9), at(0.99), micros_.back());
  }

 private:
  double at(double share) const {
    return micros_[std::min(micros_.size() - 1,
                            static_cast<std::size_t>(share * static_cast<double>(micros_.size())))];
  }

  std::vector<double> micros_;
};

}  // namespace talentmatch::bench
