#pragma once
// Rankings of a whole side as lines of JSON, see Service::rank_all.

#include "engine/market/snapshot.hpp"
#include "storage/codec/rank_request.hpp"
#include "storage/service/service.hpp"

namespace talentmatch {

// The request's day is set.
Result<std::uint64_t> rank_lines(const Snapshot& snapshot, Side side, const RankRequest& request,
                                 const ByteSink& sink, const Service::LinesDone& progress);

}  // namespace talentmatch
