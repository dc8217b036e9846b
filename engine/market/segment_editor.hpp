#pragma once
// One batch's changes to the segments of a side: rows die, new rows come as one small segment, small segments
// at the end of the list are merged so that their number stays logarithmic. Works on a copy of the list;
// nothing that a reader holds is touched.

#include <memory>
#include <utility>
#include <vector>

#include "engine/market/snapshot.hpp"

namespace talentmatch {

template <class Segment>
std::optional<RowRef> find_live(std::span<const LiveSegment<Segment>> segments, std::string_view id) {
  for (auto s = static_cast<std::uint32_t>(segments.size()); s-- > 0;) {
    const auto row = segments[s].segment->find(id);
    if (row && !segments[s].is_dead(*row)) return RowRef{s, *row};
  }
  return std::nullopt;
}

template <class Segment, class Columns>
void append_live(Columns& columns, const LiveSegment<Segment>& live) {
  for (std::uint32_t row = 0; row < live.segment->size(); ++row) {
    if (!live.is_dead(row)) columns.add(live.segment->facts(row));
  }
}

template <class Segment, class Columns>
class SegmentEditor {
 public:
  using List = std::vector<LiveSegment<Segment>>;

  SegmentEditor(List segments, const Catalog& catalog, const IndexTuning& tuning)
      : segments_(std::move(segments)), masks_(segments_.size()), catalog_(&catalog), tuning_(&tuning) {}

  std::optional<RowRef> find(std::string_view id) const { return find_live<Segment>(segments_, id); }
  typename Segment::Facts facts(RowRef ref) const { return segments_[ref.segment].segment->facts(ref.row); }

  void kill(RowRef ref) {
    auto& live = segments_[ref.segment];
    mutable_mask(ref.segment).set(ref.row);
    --live.live;
  }

  // The list with the new rows in it. The editor is used up.
  List finish(const Columns& added) && {
    if (added.size() != 0) add_segment(added);
    std::erase_if(segments_, [](const auto& live) { return live.live == 0; });
    return std::move(segments_);
  }

 private:
  RowMask& mutable_mask(std::uint32_t s) {
    if (!masks_[s]) {
      auto& live = segments_[s];
      masks_[s] =
          live.dead ? std::make_shared<RowMask>(*live.dead) : std::make_shared<RowMask>(live.segment->size());
      live.dead = masks_[s];
    }
    return *masks_[s];
  }

  void add_segment(const Columns& added) {
    Columns rows = added;
    while (!segments_.empty() && absorbs(segments_.back(), rows.size())) {
      append_live(rows, segments_.back());
      segments_.pop_back();
    }
    auto segment = std::make_shared<const Segment>(rows, *catalog_, *tuning_);
    segments_.push_back({.segment = std::move(segment), .dead = nullptr, .live = rows.size()});
  }

  // Small segments join as long as they are not much larger than what joins them: each row is moved O(log n)
  // times.
  bool absorbs(const LiveSegment<Segment>& last, std::size_t rows) const {
    return last.segment->size() < tuning_->indexed_rows && last.live <= 2 * rows;
  }

  List segments_;
  std::vector<std::shared_ptr<RowMask>> masks_;  // those that this batch has copied
  const Catalog* catalog_;
  const IndexTuning* tuning_;
};

using PostingEditor = SegmentEditor<PostingSegment, PostingColumns>;
using GraduateEditor = SegmentEditor<GraduateSegment, GraduateColumns>;

}  // namespace talentmatch
