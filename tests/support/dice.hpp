#pragma once
// Seeded choices for randomised tests.

#include <algorithm>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace talentmatch::testing {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  int between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
  }
  bool chance(int percent) { return between(1, 100) <= percent; }

  template <class T>
  const T& pick(const std::vector<T>& list) {
    return list[below(list.size())];
  }
  template <class E>
  E pick_below(int count) {  // one of the first `count` enumerators
    return static_cast<E>(between(0, count - 1));
  }
  // Up to `most` different elements in random order.
  template <class T>
  std::vector<T> some(std::vector<T> list, std::size_t most) {
    const std::size_t count = below(std::min(most, list.size()) + 1);
    for (std::size_t i = 0; i < count; ++i) std::swap(list[i], list[i + below(list.size() - i)]);
    list.resize(count);
    return list;
  }
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace talentmatch::testing
