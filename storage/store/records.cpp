#include "storage/store/records.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "storage/store/rocks.hpp"

namespace talentmatch {

std::string meta::family_key(Collection collection) {
  return fmt::format("family/{}", word(collection));
}

std::string meta::document_key(std::string_view name) {
  return fmt::format("document/{}", name);
}

std::string family_name(Collection collection, std::size_t which) {
  return fmt::format("{}.{}", word(collection), which);
}

Result<std::string> Records::read_meta(std::string_view key) const {
  std::string value;
  const auto status = database->Get({}, meta->handle(), slice(key), &value);
  if (!status.ok() && !status.IsNotFound()) return fail(error_of(status, "meta"));
  return value;
}

rocksdb::Status Records::write(rocksdb::WriteBatch& batch) const {
  rocksdb::WriteOptions synced;
  synced.sync = true;
  return database->Write(synced, &batch);
}

bool Records::in_use() const {
  return meta.use_count() > 1 || std::ranges::any_of(families, [](const FamilyPair& pair) {
           return pair.current.use_count() > 1 || !pair.spare || pair.spare.use_count() > 1;
         });
}

Result<std::unique_ptr<Records>> open_records(const std::filesystem::path& directory,
                                              const StoreOptions& options) {
  auto database = open_database(directory / "records", options);
  if (!database) return fail(std::move(database.error()));
  return take_over(*std::move(database), directory);
}

Result<void> make_empty(const std::shared_ptr<Family>& spare) {
  const auto empty = is_empty(spare);
  if (!empty) return fail(empty.error());
  if (*empty) return {};
  if (const auto status = spare->clear(); !status.ok()) return fail(error_of(status, spare->name()));
  return {};
}

}  // namespace talentmatch
