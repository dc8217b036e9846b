#pragma once
// A ranking as spec 4 writes it: ids, scores, reasons, gates and the next page's cursor. `told_id` = the
// object begins with the asking record's id.

#include <span>
#include <string>

#include "engine/ranking/ranker.hpp"
#include "storage/codec/rank_request.hpp"
#include "storage/codec/record_json.hpp"

namespace talentmatch {

void append_ranking(std::string& out, const Snapshot& snapshot, const GraduateFacts& asking,
                    const RankRequest& request, const Ranking& ranking, std::span<const Replacement> notices,
                    bool told_id = false);
void append_ranking(std::string& out, const Snapshot& snapshot, const PostingFacts& asking,
                    const RankRequest& request, const Ranking& ranking, std::span<const Replacement> notices,
                    bool told_id = false);

}  // namespace talentmatch
