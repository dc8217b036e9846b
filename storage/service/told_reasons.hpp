#pragma once

#include <vector>

#include "engine/ranking/explanation.hpp"
#include "storage/codec/rank_request.hpp"

namespace talentmatch {

// Those that the asker may be told.
inline std::vector<Reason> told_reasons(std::vector<Reason> reasons, const RankRequest& request) {
  if (request.employer_view_only) {
    std::erase_if(reasons, [](const Reason& reason) { return reason.view != "employer"; });
  }
  return reasons;
}

}  // namespace talentmatch
