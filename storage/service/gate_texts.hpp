#pragma once
// The gates of a set with their sentences, in the order in which they are checked.

#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/evaluation.hpp"
#include "storage/codec/answer_json.hpp"
#include "storage/codec/rank_request.hpp"

namespace talentmatch {

// One of the two records may be null when the other fails by itself.
std::vector<FailedGate> gate_texts(GateSet failed, const Snapshot& snapshot, const GraduateFacts* graduate,
                                   const PostingFacts* posting, const RankRequest& request);

}  // namespace talentmatch
