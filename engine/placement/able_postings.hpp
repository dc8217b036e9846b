#pragma once
// Which postings somebody of a group may take at all.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/placement/field.hpp"

namespace talentmatch {

// By posting of the field, for those in `asked`: 1 if some graduate with `members[g]` passes all gates. Tries
// members of the majors that the posting relates to until one passes. All threads.
std::vector<std::uint8_t> able_postings(const Field& field, std::span<const std::uint8_t> members,
                                        std::span<const std::uint32_t> asked, Date as_of);

}  // namespace talentmatch
