#pragma once
// Which row of spec 2's region table a value comes from.

#include <cstdint>
#include <optional>

#include "engine/catalog/catalog.hpp"
#include "engine/market/facts.hpp"

namespace talentmatch::texts {

enum class Nearness : std::uint8_t { inside, same_prefecture, cluster, same_province, none_given, elsewhere };

struct RegionRelation {
  Nearness nearness = Nearness::elsewhere;
  std::optional<std::size_t>
      wish{};               // position of the wish that counts; none = the home region, or no region
  std::size_t cluster = 0;  // of `cluster`
};

RegionRelation relation_of(const Catalog& catalog, const GraduateFacts& graduate, RegionId posting);

}  // namespace talentmatch::texts
