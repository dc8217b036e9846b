#include "storage/store/core.hpp"

#include <fmt/format.h>

#include "storage/store/rocks.hpp"

namespace talentmatch {

std::string meta::family_key(Collection collection) {
  return "family/" + std::string(word(collection));
}

Result<std::shared_ptr<Family>> StoreCore::create_family(Collection collection) {
  const auto name = fmt::format("{}.{}", word(collection), next_generation++);
  rocksdb::ColumnFamilyHandle* handle = nullptr;
  const auto status = database->CreateColumnFamily(options, name, &handle);
  if (!status.ok()) return fail(error_of(status, name));
  return std::make_shared<Family>(database, handle);
}

Result<std::string> StoreCore::read_meta(std::string_view key) const {
  std::string value;
  const auto status = database->Get({}, meta->handle(), slice(key), &value);
  if (!status.ok() && !status.IsNotFound()) return fail(error_of(status, "meta"));
  return value;
}

Result<std::uint64_t> StoreCore::commit(rocksdb::WriteBatch& batch) {
  const auto number = last_commit + 1;
  batch.Put(meta->handle(), slice(meta::kCommit), std::to_string(number)).PermitUncheckedError();
  if (auto written = write(batch); !written) return fail(std::move(written.error()));
  last_commit = number;
  return number;
}

Result<void> StoreCore::write(rocksdb::WriteBatch& batch) {
  rocksdb::WriteOptions synced;
  synced.sync = true;
  auto status = database->Write(synced, &batch);
  if (status.IsIOError() && database->Resume().ok()) status = database->Write(synced, &batch);
  if (!status.ok()) return fail(error_of(status, "commit"));
  return {};
}

}  // namespace talentmatch
