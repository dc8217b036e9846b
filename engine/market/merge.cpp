#include <algorithm>

#include "engine/market/market_state.hpp"
#include "engine/market/segment_editor.hpp"

// Background merges: neighbouring indexed segments become one when the younger ones have grown to a fraction
// of the older, so a snapshot has O(log n) segments; rows that died are left behind.

namespace talentmatch {
namespace {

struct Span {  // [first, last) of a segment list
  std::size_t first = 0;
  std::size_t last = 0;
  bool empty() const { return first == last; }
};

template <class Segment>
std::size_t sealed(std::span<const LiveSegment<Segment>> segments, const IndexTuning& tuning) {
  const auto small =
      std::ranges::find_if(segments, [&](const auto& s) { return s.segment->size() < tuning.indexed_rows; });
  return static_cast<std::size_t>(small - segments.begin());
}

// The longest run at the end of the sealed segments whose first is at most three times what follows it; or
// the one segment that lost a quarter of its rows.
template <class Segment>
Span due(std::span<const LiveSegment<Segment>> segments, const IndexTuning& tuning) {
  const std::size_t last = sealed(segments, tuning);
  std::size_t first = last;
  std::uint64_t behind = 0;
  for (std::size_t i = last; i-- > 0; behind += segments[i].live) {
    const auto lost = segments[i].segment->size() - segments[i].live;
    if ((i + 1 < last && segments[i].live <= 3 * behind) || lost * 4 > segments[i].segment->size()) first = i;
  }
  return {first, last};
}

template <class Segment, class Columns>
struct SideMerge {
  Span span;
  std::vector<LiveSegment<Segment>> sources;
  std::shared_ptr<const Segment> merged;
  IndexTuning tuning;

  void build(std::span<const LiveSegment<Segment>> segments, const Catalog& catalog,
             const IndexTuning& index_tuning) {
    tuning = index_tuning;
    span = due(segments, tuning);
    if (span.empty()) return;
    const auto chosen = segments.subspan(span.first, span.last - span.first);
    sources.assign(chosen.begin(), chosen.end());
    Columns rows;
    for (const auto& source : sources) append_live(rows, source);
    merged = std::make_shared<const Segment>(rows, catalog, tuning);
  }

  // Rows that died while the merge was being built die in the merged segment too.
  void install(std::vector<LiveSegment<Segment>>& segments) const {
    if (span.empty()) return;
    LiveSegment<Segment> live{.segment = merged, .dead = nullptr, .live = merged->size()};
    auto dead = std::make_shared<RowMask>(merged->size());
    for (const auto& source : sources) mark_newly_dead(source, segments, *dead, live.live);
    if (live.live != merged->size()) live.dead = std::move(dead);
    std::erase_if(segments, [&](const auto& s) {
      return std::ranges::any_of(sources, [&](const auto& source) { return source.segment == s.segment; });
    });
    // A merged segment that shrank below the index's size belongs to the small ones at the end.
    const auto at =
        merged->size() < tuning.indexed_rows ? segments.size() : std::min(span.first, segments.size());
    if (live.live != 0) segments.insert(segments.begin() + static_cast<std::ptrdiff_t>(at), std::move(live));
  }

 private:
  void mark_newly_dead(const LiveSegment<Segment>& source, std::span<const LiveSegment<Segment>> now,
                       RowMask& dead, std::uint32_t& live) const {
    const auto current = std::ranges::find(now, source.segment, &LiveSegment<Segment>::segment);
    for (std::uint32_t row = 0; row < source.segment->size(); ++row) {
      const bool died = current == now.end() || current->is_dead(row);
      if (source.is_dead(row) || !died) continue;
      dead.set(*merged->find(source.segment->id(row)));
      --live;
    }
  }
};

}  // namespace

class Market::Merge {
 public:
  Merge(const Snapshot& snapshot, const IndexTuning& tuning) {
    graduates.build(snapshot.graduates(), snapshot.catalog(), tuning);
    postings.build(snapshot.postings(), snapshot.catalog(), tuning);
  }

  SideMerge<GraduateSegment, GraduateColumns> graduates;
  SideMerge<PostingSegment, PostingColumns> postings;
};

bool Market::merge_due() const {
  const auto now = snapshot();
  return !due(now->graduates(), state_->tuning).empty() || !due(now->postings(), state_->tuning).empty();
}

std::shared_ptr<Market::Merge> Market::prepare_merge() const {
  return std::make_shared<Merge>(*snapshot(), state_->tuning);
}

void Market::install(const Merge& merge) {
  auto next = std::make_shared<Snapshot>(*snapshot());
  merge.graduates.install(next->graduates_);
  merge.postings.install(next->postings_);
  state_->current.store(std::move(next));
}

}  // namespace talentmatch
