// A removal is only another entry; the bytes stay in older tables until they are merged, in the log until
// every family is flushed, and as the tables' bounds in the manifest until it is written anew, which it is at
// each change of the tables (database_options).

#include "storage/store/purge.hpp"

#include <utility>

#include "storage/store/core.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {
namespace {

struct Span {
  std::string_view first;
  std::string_view last;
};

// The forced bottommost level is rewritten even where nothing else is to be merged.
rocksdb::Status rewrite(const Family& family, std::optional<Span> keys = {}) {
  rocksdb::CompactRangeOptions how;
  how.exclusive_manual_compaction = false;
  how.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  if (!keys) return family.database().CompactRange(how, family.handle(), nullptr, nullptr);
  const auto first = slice(keys->first);
  const auto last = slice(keys->last);
  return family.database().CompactRange(how, family.handle(), &first, &last);
}

rocksdb::Status flush_all(const std::vector<std::shared_ptr<Family>>& families) {
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  handles.reserve(families.size());
  for (const auto& family : families) handles.push_back(family->handle());
  return families.front()->database().Flush({}, handles);
}

// Looks through the whole directory for what nothing refers to any more.
rocksdb::Status delete_old_files(rocksdb::DB& database) {
  auto status = database.DisableFileDeletions();
  if (status.ok()) status = database.EnableFileDeletions(false);
  return status;
}

}  // namespace

Purge::~Purge() {
  if (core_ != nullptr) core_->release_spares();
}

Purge::Purge(Purge&& other) noexcept : core_(std::exchange(other.core_, nullptr)) {}

Result<void> Purge::graduate(std::string_view id) const {
  return run(id);
}

Result<void> Purge::all() const {
  return run(std::nullopt);
}

Result<void> Purge::run(std::optional<std::string_view> graduate) const {
  const auto families = core_->all_families();
  if (!families) return fail(families.error());
  const auto& meta = families->front();
  auto status = flush_all(*families);
  for (const auto& family : *families) {
    const bool graduates = family == core_->family(Collection::graduates);
    const bool touched = family->name().starts_with(word(Collection::graduates)) ||
                         family->name().starts_with(word(Collection::placements));
    if (!status.ok() || !touched) continue;
    status = graduates && graduate ? rewrite(*family, Span{*graduate, *graduate}) : rewrite(*family);
  }
  for (const std::string_view documents : {"runs/", "audit/keys/"}) {
    const auto first = meta::document_key(documents);
    const auto last = first + "\xff";
    if (status.ok()) status = rewrite(*meta, Span{first, last});
  }
  // Once more for the manifest: the one that a change begins tells how the tables were before it.
  if (status.ok()) status = rewrite(*meta, Span{meta::kCommit, meta::kCommit});
  if (status.ok()) status = delete_old_files(meta->database());
  if (!status.ok()) return fail(error_of(status, "purge"));
  return {};
}

}  // namespace talentmatch
