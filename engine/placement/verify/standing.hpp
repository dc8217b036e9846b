#pragma once
// Who comes before whom at a posting, by the letter of spec 3: group of an order class, E (or the place in a
// given list), local graduates, lottery, id. The verifier's own words; it knows nothing of claims.

#include <compare>
#include <cstdint>
#include <span>

namespace talentmatch::verify {

struct Standing {  // smaller is better
  std::uint8_t group = 255;
  std::int32_t order = 0;
  bool from_afar = false;
  std::uint64_t lottery = 0;
  std::uint32_t graduate = 0;  // row of the field: by id

  friend auto operator<=>(const Standing&, const Standing&) = default;

  // a < b gives a.key() <= b.key().
  std::uint64_t key() const {
    return std::uint64_t{group} << 56 | (std::uint64_t{static_cast<std::uint32_t>(order + 1000)} << 32) |
           std::uint64_t{from_afar} << 31 | lottery >> 33;
  }
};

// By graduate and by posting of the field; empty: nobody has a group, local graduates have no advantage.
struct StandingRules {
  std::span<const std::uint64_t> lottery;
  std::span<const std::uint8_t> local;
  std::span<const std::uint8_t> groups;
  std::span<const std::uint8_t> order_classes;

  Standing by_score(std::uint32_t graduate, std::uint32_t posting, std::int32_t employer_view) const {
    return {.group = group(graduate, posting),
            .order = -employer_view,
            .from_afar = !local.empty() && local[graduate] == 0,
            .lottery = lottery[graduate],
            .graduate = graduate};
  }
  Standing by_place(std::uint32_t graduate, std::uint32_t posting, std::int32_t place) const {
    return {.group = group(graduate, posting),
            .order = place,
            .lottery = lottery[graduate],
            .graduate = graduate};
  }

 private:
  std::uint8_t group(std::uint32_t graduate, std::uint32_t posting) const {
    return groups.empty() || order_classes[posting] == 0 ? std::uint8_t{255} : groups[graduate];
  }
};

}  // namespace talentmatch::verify
