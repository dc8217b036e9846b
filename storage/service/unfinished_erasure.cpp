#include "storage/service/unfinished_erasure.hpp"

#include <array>
#include <string>

#include "storage/service/placements/erasure.hpp"

namespace talentmatch {

Result<bool> has_unfinished_erasure(const Store& store) {
  const auto marker = store.document(kErasureMarker);
  if (marker) return true;
  if (marker.error().code == ErrorCode::not_found) return false;
  return fail(marker.error());
}

Result<void> finish_erasure(Store& store) {
  {
    const auto purge = store.begin_purge();
    if (!purge) return fail(purge.error());
    if (auto purged = purge->all(); !purged) return purged;
  }
  return note_erasure_finished(store);
}

Result<void> note_erasure_finished(Store& store) {
  const std::array documents{Document{.name = std::string(kErasureMarker), .value = {}}};
  return store.put_documents(documents);
}

}  // namespace talentmatch
