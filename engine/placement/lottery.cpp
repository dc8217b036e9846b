#include "engine/placement/lottery.hpp"

#include <numeric>
#include <string>
#include <utility>

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include "engine/placement/sha256.hpp"

namespace talentmatch {

std::uint64_t lottery_number(std::uint64_t seed, std::string_view graduate) {
  std::string text = std::to_string(seed);
  text += '\n';
  text += graduate;
  const auto digest = sha256(text);
  return std::uint64_t{digest[0]} << 32 | digest[1];
}

std::vector<std::uint32_t> lottery_order(std::span<const std::uint64_t> numbers) {
  std::vector<std::uint32_t> order(numbers.size());
  std::iota(order.begin(), order.end(), 0U);
  tbb::parallel_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::pair{numbers[a], a} < std::pair{numbers[b], b};
  });
  return order;
}

Lottery draw(const Field& field, std::uint64_t seed) {
  Lottery lottery;
  lottery.numbers.resize(field.graduates());
  tbb::parallel_for(std::uint32_t{0}, field.graduates(), [&](std::uint32_t g) {
    lottery.numbers[g] = lottery_number(seed, field.graduate_id(g));
  });
  lottery.graduates = lottery_order(lottery.numbers);
  return lottery;
}

}  // namespace talentmatch
