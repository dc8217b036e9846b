#include "storage/store/core.hpp"

#include <fmt/format.h>

#include "storage/store/rocks.hpp"

namespace talentmatch {

std::string meta::family_key(Collection collection) {
  return fmt::format("family/{}", word(collection));
}

std::string family_name(Collection collection, std::size_t which) {
  return fmt::format("{}.{}", word(collection), which);
}

Result<void> make_empty(const std::shared_ptr<Family>& spare) {
  const auto empty = is_empty(spare);
  if (!empty) return fail(empty.error());
  if (*empty) return {};
  if (const auto status = spare->clear(); !status.ok()) return fail(error_of(status, spare->name()));
  return {};
}

std::shared_ptr<Family> StoreCore::family(Collection collection) const {
  const std::lock_guard guard(mutex);
  return families[static_cast<std::size_t>(collection)].current;
}

std::shared_ptr<Family> StoreCore::lend_spare(Collection collection) {
  const std::lock_guard guard(mutex);
  return std::exchange(families[static_cast<std::size_t>(collection)].spare, nullptr);
}

void StoreCore::take_back(Collection collection, std::shared_ptr<Family> spare) {
  const std::lock_guard guard(mutex);
  families[static_cast<std::size_t>(collection)].spare = std::move(spare);
}

std::shared_ptr<Family> StoreCore::exchange_current(Collection collection, std::shared_ptr<Family> family) {
  const std::lock_guard guard(mutex);
  return std::exchange(families[static_cast<std::size_t>(collection)].current, std::move(family));
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
  if (auto room = space.check(batch.GetDataSize()); !room) return room;
  rocksdb::WriteOptions synced;
  synced.sync = true;
  auto status = database->Write(synced, &batch);
  if (status.IsIOError() && resume()) status = database->Write(synced, &batch);
  if (!status.ok()) return fail(error_of(status, "commit"));
  return {};
}

bool StoreCore::resume() {
  return space.can_write() && database->Resume().ok();
}

}  // namespace talentmatch
