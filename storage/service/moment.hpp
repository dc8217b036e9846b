#pragma once
// All that an answer depends on beside its request.

#include <cstdint>

#include "engine/model/date.hpp"

namespace talentmatch {

struct Moment {
  std::uint64_t commit = 0;  // of the data
  Date today{};              // the default as_of

  bool operator==(const Moment&) const = default;
};

}  // namespace talentmatch
