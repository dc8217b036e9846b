#pragma once
// A graduate's standing at a posting as one number, smaller is better, never 0 and never equal for two
// graduates: group of an order class (8 bits), then 1000 - E or the place in a given priority list (23), then
// local before others (1), then the place in the lottery + 1 (32).

#include <cstdint>
#include <span>
#include <vector>

#include "engine/memory/flat_vector.hpp"

namespace talentmatch {

using Claim = std::uint64_t;
inline constexpr Claim kAnyClaim = ~Claim{0};  // as a cutoff: nobody is kept out
inline constexpr Claim kNoClaim = 0;           // as a cutoff: everybody is

inline constexpr std::uint8_t kNoGroup = 255;
inline constexpr std::uint32_t kMostPlaces = 1U << 23;

class Claims {
 public:
  // `order`: graduates in order of the lottery. The others by graduate and by posting; empty = none.
  explicit Claims(std::span<const std::uint32_t> order, std::vector<std::uint8_t> local = {},
                  std::vector<std::uint8_t> groups = {}, std::vector<std::uint8_t> order_classes = {})
      : graduates_(order.begin(), order.end()),
        tails_(order.size()),
        groups_(std::move(groups)),
        order_classes_(std::move(order_classes)) {
    for (std::uint32_t place = 0; place < order.size(); ++place) {
      const auto graduate = order[place];
      const bool last = !local.empty() && local[graduate] == 0;
      tails_[graduate] = (std::uint64_t{last} << kDrawBits) | (place + 1);
    }
  }

  Claim by_score(std::uint32_t graduate, std::uint32_t posting, std::int32_t employer_view) const {
    return head(graduate, posting) | ordinary(graduate, employer_view);
  }
  // At any posting that is no order class.
  Claim ordinary(std::uint32_t graduate, std::int32_t employer_view) const {
    return std::uint64_t{1000U - static_cast<std::uint32_t>(employer_view)} << kOrderShift | tails_[graduate];
  }
  // `place` < kMostPlaces, equal for a tie. Local ones have no advantage there.
  Claim by_place(std::uint32_t graduate, std::uint32_t posting, std::uint32_t place) const {
    return head(graduate, posting) | std::uint64_t{place} << kOrderShift | (tails_[graduate] & kDrawMask);
  }
  std::uint32_t graduate_of(Claim claim) const { return graduates_[(claim & kDrawMask) - 1]; }
  // 1000 - E, or the place in a given list.
  static std::uint32_t order_of(Claim claim) {
    return static_cast<std::uint32_t>(claim >> kOrderShift & (kMostPlaces - 1));
  }
  // Is it an order class whose priority groups come first?
  bool tells_groups(std::uint32_t posting) const { return !groups_.empty() && order_classes_[posting] != 0; }
  std::uint32_t graduates() const { return static_cast<std::uint32_t>(graduates_.size()); }
  // Graduates, the luckiest first.
  std::span<const std::uint32_t> order() const { return graduates_; }

 private:
  static constexpr unsigned kDrawBits = 32;
  static constexpr unsigned kOrderShift = 33;
  static constexpr unsigned kGroupShift = 56;
  static constexpr std::uint64_t kDrawMask = 0xFFFF'FFFF;

  std::uint64_t head(std::uint32_t graduate, std::uint32_t posting) const {
    return tells_groups(posting) ? std::uint64_t{groups_[graduate]} << kGroupShift : 0;
  }

  FlatVector<std::uint32_t> graduates_;
  FlatVector<std::uint64_t> tails_;
  std::vector<std::uint8_t> groups_;
  std::vector<std::uint8_t> order_classes_;
};

}  // namespace talentmatch
