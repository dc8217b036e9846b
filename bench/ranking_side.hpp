#pragma once
// One direction of bench/ranking: the records of one side ask, the other side is ranked.

#include "bench/cold_cache.hpp"
#include "bench/designs/column_scan.hpp"
#include "bench/latency.hpp"
#include "engine/ranking/graduate_index.hpp"
#include "engine/ranking/posting_index.hpp"
#include "engine/ranking/ranker.hpp"

namespace talentmatch::bench {

struct SideRun {
  std::size_t queries = 20'000;
  std::size_t cold = 200;
  std::size_t scanned = 500;
  std::size_t checked = 50;
};

inline bool same(const Ranking& a, const Ranking& b) {
  return a.more == b.more && std::ranges::equal(a.results, b.results, [](const Ranked& x, const Ranked& y) {
           return x.ref == y.ref && x.scores.employer_view == y.scores.employer_view &&
                  x.scores.graduate_view == y.scores.graduate_view;
         });
}

// Of a row: in the index, and in all (records, ids, the way from an id to its row, index).
template <class Segments>
std::string bytes_a_row(const Segments& segments) {
  const auto& segment = *segments.front().segment;
  const auto per_row = [&](std::size_t bytes) { return static_cast<double>(bytes) / segment.size(); };
  return fmt::format(R"({{"index":{:.1f},"all":{:.1f}}})", per_row(segment.index()->bytes()),
                     per_row(segment.bytes()));
}

// Asks in the name of rows spread over one side, the same ones in every run. Rows that are refused by a gate
// of their own do not count.
template <class Segments>
class Side {
 public:
  Side(const Snapshot& snapshot, const Segments& segments, Date as_of)
      : snapshot_(snapshot), segment_(*segments.front().segment), as_of_(as_of) {}

  template <class F>
  void for_sample(std::size_t wanted, F&& f) const {
    for (std::uint64_t i = 0; wanted > 0; ++i) {
      const auto facts = segment_.facts(static_cast<std::uint32_t>(i * 2'654'435'761U % segment_.size()));
      if (refused(facts)) continue;
      f(facts);
      --wanted;
    }
  }

  RankOptions options(Perspective perspective, std::size_t k) const {
    RankOptions options;
    options.as_of = as_of_;
    options.perspective = perspective;
    options.k = k;
    return options;
  }
  const Snapshot& snapshot() const { return snapshot_; }

 private:
  bool refused(const GraduateFacts& graduate) const { return !own_gates(graduate).empty(); }
  bool refused(const PostingFacts& posting) const {
    return !own_gates(posting, pair_context(snapshot_, {}, posting, as_of_)).empty();
  }

  const Snapshot& snapshot_;
  const std::remove_cvref_t<decltype(*std::declval<Segments>().front().segment)>& segment_;
  Date as_of_;
};

template <class Side>
std::string measure(const Side& side, Perspective perspective, std::size_t k, const SideRun& run) {
  Ranker ranker;
  Latencies warm;
  Latencies cold;
  ColdCache cache;
  std::size_t visited = 0;
  const auto options = side.options(perspective, k);
  const auto rank = [&](const auto& facts) { return ranker.rank(side.snapshot(), facts, options); };
  const auto queries = run.queries * 20 / (k + 20) + 1;
  side.for_sample(std::min<std::size_t>(queries, 500), rank);
  side.for_sample(queries,
                  [&](const auto& facts) { visited += warm.measure([&] { return rank(facts); }).visited; });
  side.for_sample(run.cold, [&](const auto& facts) {
    cache.empty();
    cold.measure([&] { return rank(facts); });
  });
  return fmt::format(R"({{"perspective":"{}","k":{},"visited":{:.1f},"warm":{},"cold":{}}})",
                     word(perspective), k, static_cast<double>(visited) / static_cast<double>(queries),
                     warm.json(), cold.json());
}

// The same requests by `other`, answers compared.
template <class Side, class Other>
std::string compare(const Side& side, std::string_view name, std::size_t k, std::size_t count, Other&& other,
                    std::size_t& wrong) {
  Ranker ranker;
  Latencies indexed;
  Latencies others;
  const auto options = side.options(Perspective::mutual, k);
  side.for_sample(count, [&](const auto& facts) {
    const auto theirs = others.measure([&] { return other(facts, options); });
    wrong += same(ranker.rank(side.snapshot(), facts, options), theirs) ? 0U : 1U;
  });
  side.for_sample(count, [&](const auto& facts) {
    indexed.measure([&] { return ranker.rank(side.snapshot(), facts, options); });
  });
  return fmt::format(R"({{"path":"{}","k":{},"compared":{},"latency":{},"times_the_index":{:.1f}}})", name, k,
                     count, others.json(), others.mean() / indexed.mean());
}

template <class Segments>
std::string measure_side(const Snapshot& snapshot, const Segments& segments, Date as_of, ColumnScan& scan,
                         const SideRun& run, std::size_t& wrong) {
  const Side<Segments> side(snapshot, segments, as_of);
  std::string rows;
  for (const auto perspective : {Perspective::mutual, Perspective::graduate, Perspective::employer}) {
    for (const std::size_t k : {10U, 20U, 100U, 1000U}) {
      rows += (rows.empty() ? "\n  " : ",\n  ") + measure(side, perspective, k, run);
    }
  }
  std::string others;
  for (const std::size_t k : {20U, 1000U}) {
    const auto scanning = [&](const auto& facts, const auto& options) { return scan.rank(facts, options); };
    const auto exhausting = [&](const auto& facts, const auto& options) {
      return rank_exhaustively(snapshot, facts, options);
    };
    others += (others.empty() ? "\n  " : ",\n  ") +
              compare(side, "column scan", k, run.scanned, scanning, wrong) + ",\n  " +
              compare(side, "exhaustive scorer", k, run.checked, exhausting, wrong);
  }
  return fmt::format(R"({{"index":[{}],"others":[{}]}})", rows, others);
}

}  // namespace talentmatch::bench
