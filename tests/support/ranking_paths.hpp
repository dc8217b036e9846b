#pragma once
// Every way in which the engine ranks, behind one call, so that one test body runs them all.

#include <tuple>

#include "engine/ranking/ranker.hpp"

namespace talentmatch::testing {

struct ExhaustivePath {
  static constexpr const char* name = "exhaustive";
  template <class Facts>
  Ranking operator()(const Snapshot& snapshot, const Facts& facts, const RankOptions& options) {
    return rank_exhaustively(snapshot, facts, options);
  }
};

struct IndexedPath {
  static constexpr const char* name = "indexed";
  template <class Facts>
  Ranking operator()(const Snapshot& snapshot, const Facts& facts, const RankOptions& options) {
    return ranker.rank(snapshot, facts, options);
  }
  Ranker ranker;
};

using RankingPaths = std::tuple<ExhaustivePath, IndexedPath>;

template <class F>
void for_each_path(RankingPaths& paths, F&& f) {
  std::apply([&](auto&... path) { (f(path), ...); }, paths);
}

}  // namespace talentmatch::testing
