#pragma once
// Enough of a graduate, as seen from one of the places that he or she names, to bound the score without
// touching the row.

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "engine/market/segment.hpp"

namespace talentmatch {

// What the place is to the graduate; the fourth wish and those after it are worth the same. One digest of
// each graduate is the main one.
enum class PlaceRole : std::uint8_t { wish_1, wish_2, wish_3, later_wish, home, only_home, none };
constexpr bool is_wish(PlaceRole role) {
  return role <= PlaceRole::later_wish;
}
constexpr bool is_main(PlaceRole role) {
  return role == PlaceRole::wish_1 || role == PlaceRole::only_home || role == PlaceRole::none;
}
// spec 2's region value of a posting that lies inside the place.
constexpr std::int32_t value_inside(PlaceRole role) {
  return is_wish(role) ? 100 - 10 * static_cast<std::int32_t>(role) : role == PlaceRole::none ? 50 : 65;
}

struct GraduateDigest {
  std::uint32_t row = 0;
  RegionId place{};  // kNoRegion with PlaceRole::none
  MajorId major{};
  std::uint16_t school = 0;   // see school_digest
  std::uint8_t expected = 0;  // see expected_digest
  std::uint8_t traits = 0;    // see traits_of

  PlaceRole role() const { return static_cast<PlaceRole>(traits / 35U); }
};

// Kinds (a set that is not empty), education rank 1…5 and role, as one number.
inline constexpr std::size_t kGraduateTraits = std::size_t{7} * 5 * 7;
constexpr std::uint8_t traits_of(KindSet kinds, int rank, PlaceRole role) {
  return static_cast<std::uint8_t>(static_cast<unsigned>(role) * 35U + (kinds - 1U) * 5U +
                                   static_cast<unsigned>(rank - 1));
}
constexpr KindSet kinds_of(std::uint8_t traits) {
  return static_cast<KindSet>(traits % 35U / 5U + 1U);
}
constexpr unsigned rank_of(std::uint8_t traits) {
  return traits % 5U + 1U;
}

// The school's slot, if it is small enough to be told.
inline constexpr std::uint16_t kNoSchool = 0xFFFF;
inline constexpr std::uint16_t kSomeSchool = 0xFFFE;
constexpr std::uint16_t school_digest(Slot school) {
  return school == kNoSlot ? kNoSchool : static_cast<std::uint16_t>(std::min<Slot>(school, kSomeSchool));
}

// Enough of a graduate, as found under the school.
struct SchoolDigest {
  std::uint32_t areas = 0;  // area_bit of each place's area
  MajorId major{};
  std::uint8_t expected = 0;  // as in GraduateDigest
  std::uint8_t traits = 0;    // with PlaceRole::none
};
constexpr std::uint32_t area_bit(std::uint16_t area) {
  return 1U << (area * 2'654'435'761U >> 27U);
}

// 0 = says nothing; else one more than the full hundreds of yuan, at most 255: the pay expected is not less.
constexpr std::uint8_t expected_digest(std::int32_t expected) {
  return static_cast<std::uint8_t>(expected == 0 ? 0 : std::min(255, expected / 100 + 1));
}
// At least the pay value of a graduate with this digest.
constexpr std::int32_t pay_bound(std::int32_t offer, std::uint8_t expected) {
  if (offer == 0 || expected == 0) return 50;
  const auto least = (expected - 1) * 100;
  return offer >= least ? 100 : 100 * offer / least;
}

// What is known of all graduates in a block.
struct GraduateBlock {
  explicit GraduateBlock(std::span<const GraduateDigest> digests) {
    for (const GraduateDigest& d : digests) {
      first_row = std::min(first_row, d.row);
      if (d.expected == 0) {
        some_expect_none = true;
      } else {
        least_expected = least_expected == 0 ? d.expected : std::min(least_expected, d.expected);
      }
      best_role = std::min(best_role, d.role());
      ranks = static_cast<std::uint8_t>(ranks | 1U << rank_of(d.traits));
    }
  }

  std::uint32_t first_row = 0xFFFFFFFF;
  std::uint8_t least_expected = 0;  // as in the digests, 0 = none says
  bool some_expect_none = false;
  PlaceRole best_role = PlaceRole::none;
  std::uint8_t ranks = 0;  // bit per education rank 1…5
};

}  // namespace talentmatch
