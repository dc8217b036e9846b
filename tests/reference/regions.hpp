#pragma once
// Regions by the digits of their codes (GB/T 2260), and the region component of spec 2.

#include "engine/model/records.hpp"
#include "tests/reference/vocabulary.hpp"

namespace talentmatch::reference {

// `inner` is `outer` or one of its parts.
bool lies_in(std::string_view inner, std::string_view outer);
bool same_prefecture(std::string_view a, std::string_view b);
bool share_cluster(const Vocabulary& vocabulary, std::string_view a, std::string_view b);
// v of `region` for a posting there.
int region_value(const Vocabulary& vocabulary, const Graduate& graduate, RegionId posting);

}  // namespace talentmatch::reference
