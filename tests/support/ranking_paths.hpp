#pragma once
// Every way in which the engine ranks, behind one call, so that one test body runs them all.

#include <tuple>

#include "bench/designs/column_scan.hpp"

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

struct ScanPath {
  static constexpr const char* name = "column scan";
  template <class Facts>
  Ranking operator()(const Snapshot& snapshot, const Facts& facts, const RankOptions& options) {
    return bench::ColumnScan(snapshot).rank(facts, options);
  }
};

using RankingPaths = std::tuple<ExhaustivePath, IndexedPath, ScanPath>;

template <class F>
void for_each_path(RankingPaths& paths, F&& f) {
  std::apply([&](auto&... path) { (f(path), ...); }, paths);
}

}  // namespace talentmatch::testing
