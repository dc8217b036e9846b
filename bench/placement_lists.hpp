#pragma once
// Lists for benchmarks of placement.

#include <cstddef>

#include "engine/placement/choice_lists.hpp"
#include "engine/placement/field.hpp"

namespace talentmatch::bench {

// Each graduate's best postings by S, as many as `length`. All threads.
ChoiceLists best_choices(const Field& field, std::size_t length, Date as_of);
// Postings that pass all gates, mean over a sample of graduates.
double eligible_mean(const Field& field, Date as_of);

}  // namespace talentmatch::bench
