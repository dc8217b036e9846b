#include <string>
#include <system_error>

#include "storage/store/records.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {
namespace {

namespace fs = std::filesystem;

// Without the file CURRENT RocksDB would begin anew and clear the old files away.
Result<void> check_not_beheaded(const fs::path& directory) {
  std::error_code error;
  if (fs::exists(directory / "CURRENT", error)) return {};
  for (const auto& file : fs::directory_iterator(directory, error)) {
    const auto kind = file.path().extension();
    if (kind == ".sst" || kind == ".log") {
      return fail({.code = ErrorCode::corrupt_data, .detail = directory.string() + ": CURRENT is missing"});
    }
  }
  return {};
}

Result<std::vector<std::string>> family_names(const rocksdb::DBOptions& options, const fs::path& directory) {
  std::error_code error;
  if (!fs::exists(directory / "CURRENT", error)) return std::vector{rocksdb::kDefaultColumnFamilyName};
  std::vector<std::string> names;
  const auto status = rocksdb::DB::ListColumnFamilies(options, directory.string(), &names);
  if (!status.ok()) return fail(error_of(status, directory.string()));
  return names;
}

}  // namespace

Result<OpenDatabase> open_database(const fs::path& directory, const StoreOptions& options) {
  rocksdb::DBOptions how = database_options(options);
  how.create_if_missing = true;
  if (auto whole = check_not_beheaded(directory); !whole) return fail(std::move(whole.error()));
  const auto names = family_names(how, directory);
  if (!names) return fail(names.error());
  OpenDatabase open{.database = nullptr, .options = family_options(make_block_cache()), .families = {}};
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const auto& name : *names) descriptors.emplace_back(name, open.options);
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* database = nullptr;
  const auto status = rocksdb::DB::Open(how, directory.string(), descriptors, &handles, &database);
  if (!status.ok()) return fail(error_of(status, directory.string()));
  open.database.reset(database);
  for (auto* handle : handles) open.families.push_back(std::make_shared<Family>(open.database, handle));
  return open;
}

}  // namespace talentmatch
