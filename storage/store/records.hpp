#pragma once
// Inside storage/store only: an open database and what lies where in it.

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <rocksdb/db.h>

#include "storage/store/family.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

inline constexpr std::size_t kCollections = words<Collection>.size();

// Keys and values of the meta family.
namespace meta {
inline constexpr std::string_view kFormat = "format";
inline constexpr std::string_view kFormatVersion = "1";
inline constexpr std::string_view kCommit = "commit";
inline constexpr std::string_view kCatalog = "catalog";
std::string family_key(Collection collection);  // which of its two families a collection lies in
std::string document_key(std::string_view name);
}  // namespace meta

// A collection has two families for good: it lies in one, the other is empty or being filled to replace it.
// (Making and dropping families while running is no way: RocksDB 7.8 does not get over it when that fails on
// a full disk.)
struct FamilyPair {
  std::shared_ptr<Family> current;
  std::shared_ptr<Family> spare;  // null while it is lent to a staging
};
std::string family_name(Collection collection, std::size_t which);  // which is 0 or 1

// Members go in reverse order: the families, then the database.
struct Records {
  std::shared_ptr<rocksdb::DB> database;
  std::shared_ptr<Family> meta;
  std::array<FamilyPair, kCollections> families;
  std::uint64_t last_commit = 0;

  Result<std::string> read_meta(std::string_view key) const;  // empty if there is none
  rocksdb::Status write(rocksdb::WriteBatch& batch) const;    // synced
  // Somebody reads or fills a family.
  bool in_use() const;
};

// Creates them if there are none. Errors: wrong_format, corrupt_data, no_space, io_error.
Result<std::unique_ptr<Records>> open_records(const std::filesystem::path& directory,
                                              const StoreOptions& options);

// The two steps of it: a database with every family that it has (the first is meta), then its format and who
// lies where.
struct OpenDatabase {
  std::shared_ptr<rocksdb::DB> database;
  rocksdb::ColumnFamilyOptions options;  // of new families
  std::vector<std::shared_ptr<Family>> families;
};
Result<OpenDatabase> open_database(const std::filesystem::path& directory, const StoreOptions& options);
Result<std::unique_ptr<Records>> take_over(OpenDatabase open, const std::filesystem::path& directory);

// Deletes what may be left in a spare family.
Result<void> make_empty(const std::shared_ptr<Family>& spare);

}  // namespace talentmatch
