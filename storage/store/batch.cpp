#include "storage/store/batch.hpp"

#include "storage/store/records.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {

rocksdb::WriteBatch batch_for(std::span<const JournalEntry> entries) {
  constexpr std::size_t kOverhead = 16;
  std::size_t bytes = 256;
  for (const auto& entry : entries) bytes += entry.id.size() + entry.value.size() + kOverhead;
  return rocksdb::WriteBatch(bytes);
}

// A batch in memory refuses nothing (its size has no limit here), so the statuses say nothing.
void add(rocksdb::WriteBatch& batch, const Family& family, const JournalEntry& entry) {
  const auto status = entry.value.empty() ? batch.Delete(family.handle(), slice(entry.id))
                                          : batch.Put(family.handle(), slice(entry.id), slice(entry.value));
  status.PermitUncheckedError();
}

void add(rocksdb::WriteBatch& batch, const Family& family, const Document& document) {
  const auto key = meta::document_key(document.name);
  if (document.value.empty()) {
    batch.Delete(family.handle(), key).PermitUncheckedError();
  } else {
    batch.Put(family.handle(), key, document.value).PermitUncheckedError();
  }
}

}  // namespace talentmatch
