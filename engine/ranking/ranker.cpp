#include "engine/ranking/ranker.hpp"

namespace talentmatch {

struct Ranker::Scratch {};
Ranker::Ranker() = default;
Ranker::~Ranker() = default;

Ranking Ranker::rank(const Snapshot& snapshot, const GraduateFacts& graduate, const RankOptions& options) {
  return rank_exhaustively(snapshot, graduate, options);
}

Ranking Ranker::rank(const Snapshot& snapshot, const PostingFacts& posting, const RankOptions& options) {
  return rank_exhaustively(snapshot, posting, options);
}

}  // namespace talentmatch
