#pragma once
// How a code that is not current is understood; the same for majors and regions.

#include <cstdint>
#include <string_view>

#include "engine/catalog/retired_codes.hpp"
#include "engine/catalog/suggestions.hpp"
#include "engine/model/error.hpp"

namespace talentmatch {

struct Found {
  std::uint16_t position = 0;
  bool replaced = false;  // the code was retired; this is its only successor
};

// The only successor of `code`, else retired_code with the successors, else `unknown` with near codes.
Result<Found> resolve_retired(std::string_view code, const RetiredCodes& retired,
                              const Vocabulary& vocabulary, ErrorCode unknown);

}  // namespace talentmatch
