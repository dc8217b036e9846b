#include "engine/ranking/rank_all.hpp"

#include <numeric>

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

namespace talentmatch {
namespace {

constexpr std::size_t kGrain = 32;  // neighbours that one thread ranks at least

template <class Segments>
std::vector<RowRef> by_id(const Segments& segments) {
  std::vector<RowRef> refs;
  for (std::uint32_t s = 0; s < segments.size(); ++s) {
    for (std::uint32_t row = 0; row < segments[s].segment->size(); ++row) {
      if (!segments[s].is_dead(row)) refs.push_back({s, row});
    }
  }
  const auto id = [&](RowRef ref) { return segments[ref.segment].segment->id(ref.row); };
  tbb::parallel_sort(refs.begin(), refs.end(), [&](RowRef a, RowRef b) { return id(a) < id(b); });
  return refs;
}

// What decides which cells are visited: the major first, then the place.
std::uint32_t cells_of(const GraduateFacts& graduate) {
  const RegionId place = graduate.wishes.empty() ? graduate.home : graduate.wishes.front();
  return std::uint32_t{index_of(graduate.major)} << 16U | index_of(place);
}
std::uint32_t cells_of(const PostingFacts& posting) {
  const auto entry = posting.majors.empty() ? 0xFFFFU : index_of(posting.majors.front());
  return std::uint32_t{entry} << 16U | index_of(posting.region);
}

template <class FactsOf>
std::vector<std::uint32_t> in_order_of_cells(std::size_t count, const FactsOf& facts_of) {
  std::vector<std::uint32_t> cells(count);
  for (std::size_t i = 0; i < count; ++i) cells[i] = cells_of(facts_of(i));
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  tbb::parallel_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return cells[a] != cells[b] ? cells[a] < cells[b] : a < b;
  });
  return order;
}

template <class FactsOf, class F>
void rank_each(const Snapshot& snapshot, std::size_t count, const RankOptions& options,
               const FactsOf& facts_of, const F& f) {
  const auto order = in_order_of_cells(count, facts_of);
  tbb::enumerable_thread_specific<Ranker> rankers;
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, kGrain), [&](const auto& range) {
    Ranker& ranker = rankers.local();
    for (std::size_t i = range.begin(); i < range.end(); ++i) {
      const auto facts = facts_of(order[i]);
      f(order[i], facts, ranker.rank(snapshot, facts, options));
    }
  });
}

}  // namespace

std::vector<RowRef> graduates_by_id(const Snapshot& snapshot) {
  return by_id(snapshot.graduates());
}

std::vector<RowRef> postings_by_id(const Snapshot& snapshot) {
  return by_id(snapshot.postings());
}

void rank_for_graduates(const Snapshot& snapshot, std::span<const RowRef> graduates,
                        const RankOptions& options, const GraduateRanked& f) {
  rank_each(
      snapshot, graduates.size(), options, [&](std::size_t i) { return snapshot.graduate(graduates[i]); }, f);
}

void rank_for_postings(const Snapshot& snapshot, std::span<const RowRef> postings, const RankOptions& options,
                       const PostingRanked& f) {
  rank_each(
      snapshot, postings.size(), options, [&](std::size_t i) { return snapshot.posting(postings[i]); }, f);
}

}  // namespace talentmatch
