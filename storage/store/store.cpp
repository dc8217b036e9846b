#include "storage/store/store.hpp"

#include <vector>

#include "storage/store/batch.hpp"
#include "storage/store/core.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {

Store::Store(std::unique_ptr<StoreCore> core) : core_(std::move(core)) {}

Store::~Store() = default;

std::uint64_t Store::last_commit() const {
  return core_->last_commit();
}

Result<std::uint64_t> Store::commit(std::span<const JournalEntry> entries) {
  return commit(entries, {});
}

Result<std::uint64_t> Store::commit(std::span<const JournalEntry> entries,
                                    std::span<const Document> documents) {
  if (auto ready = core_->settle(); !ready) return fail(std::move(ready.error()));
  auto batch = batch_for(entries);
  for (const auto& entry : entries) add(batch, *core_->family(entry.collection), entry);
  for (const auto& document : documents) add(batch, *core_->records().meta, document);
  return core_->commit(batch);
}

Result<std::string> Store::get(Collection collection, std::string_view id) const {
  return core_->read_current(collection, [&](const std::shared_ptr<Family>& family) -> Result<std::string> {
    if (!family) return fail(not_open());
    std::string value;
    const auto status = family->database().Get({}, family->handle(), slice(id), &value);
    if (status.IsNotFound()) return fail({.code = ErrorCode::not_found});
    if (!status.ok()) return fail(error_of(status, word(collection)));
    return value;
  });
}

Scan Store::scan(Collection collection) const {
  return core_->read_current(collection, [](const std::shared_ptr<Family>& family) { return Scan(family); });
}

std::uint64_t Store::estimated_count(Collection collection) const {
  std::uint64_t count = 0;
  if (const auto family = core_->family(collection)) {
    family->database().GetIntProperty(family->handle(), rocksdb::DB::Properties::kEstimateNumKeys, &count);
  }
  return count;
}

StoreFigures Store::figures() const {
  using Properties = rocksdb::DB::Properties;
  StoreFigures figures{.commits = last_commit()};
  const auto meta = core_->meta();
  if (!meta) return figures;
  const auto sum = [&](const std::string& property) {
    std::uint64_t value = 0;
    meta->database().GetAggregatedIntProperty(property, &value);
    return value;
  };
  const auto one = [&](const std::string& property) {
    std::uint64_t value = 0;
    meta->database().GetIntProperty(property, &value);
    return value;
  };
  figures.table_bytes = sum(Properties::kTotalSstFilesSize);
  figures.memtable_bytes = sum(Properties::kCurSizeAllMemTables);
  figures.compaction_bytes = sum(Properties::kEstimatePendingCompactionBytes);
  figures.compactions = one(Properties::kNumRunningCompactions);
  figures.flushes = one(Properties::kNumRunningFlushes);
  figures.background_errors = one(Properties::kBackgroundErrors);
  return figures;
}

Result<Purge> Store::begin_purge() const {
  if (auto held = core_->hold_spares(); !held) return fail(std::move(held.error()));
  return Purge(*core_);
}

Result<Staging> Store::stage(Collection collection) {
  auto spare = core_->lend_spare(collection);
  if (!spare) return fail({.code = ErrorCode::busy, .detail = std::string(word(collection))});
  Staging staging(*core_, collection, spare);
  if (auto empty = make_empty(spare); !empty) return fail(std::move(empty.error()));
  return staging;
}

Result<std::uint64_t> Store::swap(Staging& staging, std::span<const JournalEntry> also) {
  if (auto ready = core_->settle(); !ready) return fail(std::move(ready.error()));
  auto batch = batch_for(also);
  for (const auto& entry : also) add(batch, *core_->family(entry.collection), entry);
  const auto key = meta::family_key(staging.collection_);
  batch.Put(core_->records().meta->handle(), key, staging.family_->name()).PermitUncheckedError();
  auto number = core_->commit(batch);
  if (number) staging.family_ = core_->exchange_current(staging.collection_, std::move(staging.family_));
  return number;
}

Result<std::string> Store::catalog_version() const {
  return core_->records().read_meta(meta::kCatalog);
}

Result<void> Store::set_catalog_version(std::string_view version) {
  if (auto ready = core_->settle(); !ready) return ready;
  rocksdb::WriteBatch batch;
  batch.Put(core_->records().meta->handle(), slice(meta::kCatalog), slice(version)).PermitUncheckedError();
  return core_->write(batch);
}

}  // namespace talentmatch
