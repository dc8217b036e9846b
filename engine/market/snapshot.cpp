#include "engine/market/snapshot.hpp"

#include "engine/market/segment_editor.hpp"

namespace talentmatch {

std::optional<RowRef> Snapshot::find_graduate(std::string_view id) const {
  return find_live<GraduateSegment>(graduates_, id);
}

std::optional<RowRef> Snapshot::find_posting(std::string_view id) const {
  return find_live<PostingSegment>(postings_, id);
}

}  // namespace talentmatch
