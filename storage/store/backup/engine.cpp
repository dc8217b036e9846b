#include "storage/store/backup/engine.hpp"

#include <memory>

#include <fmt/format.h>
#include <rocksdb/db.h>

#include "storage/store/records.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {
namespace {

std::string value_of(rocksdb::DB& database, std::string_view key) {
  std::string value;
  const auto status = database.Get({}, slice(key), &value);
  return status.ok() ? value : std::string{};
}

// Only the family that says it is opened, and only the tables that it needs.
std::string version_of(const rocksdb::BackupInfo& info) {
  constexpr int kOpenFiles = 16;
  rocksdb::Options options;
  options.env = info.env_for_open.get();
  options.max_open_files = kOpenFiles;
  rocksdb::DB* opened = nullptr;
  const auto status = rocksdb::DB::OpenForReadOnly(options, info.name_for_open, &opened);
  const std::unique_ptr<rocksdb::DB> database(opened);
  if (!status.ok()) return {};
  const auto commit = value_of(*database, meta::kCommit);
  return commit.empty() ? commit : fmt::format("{}-{}", commit, value_of(*database, meta::kCatalog));
}

}  // namespace

rocksdb::BackupEngineOptions engine_options(const std::filesystem::path& folder) {
  // Only by an absolute path can a backup be opened for reading.
  return rocksdb::BackupEngineOptions(std::filesystem::absolute(folder).string());
}

Backup backup_of(const rocksdb::BackupEngineReadOnlyBase& engine, std::uint32_t id) {
  rocksdb::BackupInfo info;
  if (!engine.GetBackupInfo(id, &info, true).ok()) return {.id = id, .seconds = 0, .bytes = 0, .version = {}};
  return {.id = id, .seconds = info.timestamp, .bytes = info.size, .version = version_of(info)};
}

}  // namespace talentmatch
