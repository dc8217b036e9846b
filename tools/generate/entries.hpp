#pragma once
// The accepted majors of a posting.

#include <cstddef>

#include "engine/model/records.hpp"
#include "tools/generate/plan.hpp"

namespace talentmatch::world {

// Fills `majors` (none for a posting open to any) and `majors_strict`; needs min_level. Returns the major
// that the work is about, also where it is not asked for.
MajorId name_majors(const Plan& plan, std::size_t employer_field, Posting& posting, Random& random);

}  // namespace talentmatch::world
