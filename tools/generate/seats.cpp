#include "tools/generate/seats.hpp"

namespace talentmatch::world {
namespace {

// Hands out `total` in proportion to weights by the difference of rounded running sums.
class Apportionment {
 public:
  Apportionment(std::uint64_t total, std::uint64_t weights) : total_(total), weights_(weights) {}

  std::uint64_t next(std::uint64_t weight) {
    if (weights_ == 0) return 0;
    const auto before = given();
    seen_ += weight;
    return given() - before;
  }

 private:
  std::uint64_t given() const { return total_ * seen_ / weights_; }

  std::uint64_t total_;
  std::uint64_t weights_;
  std::uint64_t seen_ = 0;
};

}  // namespace

std::vector<std::int32_t> fit_seats(std::span<const std::int32_t> drawn, std::uint64_t target) {
  std::uint64_t postings = 0;
  std::uint64_t beyond_first = 0;
  for (const auto headcount : drawn) {
    if (headcount == kAsDrawn) continue;
    ++postings;
    beyond_first += static_cast<std::uint64_t>(headcount - 1);
  }
  const bool scarce = target < postings;
  const bool even = scarce || beyond_first == 0;
  Apportionment rest(scarce ? target : target - postings, even ? postings : beyond_first);
  std::vector<std::int32_t> seats;
  seats.reserve(drawn.size());
  for (const auto headcount : drawn) {
    if (headcount == kAsDrawn) {
      seats.push_back(kAsDrawn);
      continue;
    }
    const auto more = rest.next(even ? 1 : static_cast<std::uint64_t>(headcount - 1));
    seats.push_back(static_cast<std::int32_t>(more) + (scarce ? 0 : 1));
  }
  return seats;
}

}  // namespace talentmatch::world
