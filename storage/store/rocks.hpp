#pragma once
// Inside storage/store only: how RocksDB is set up for this product and how its failures become errors.

#include <memory>
#include <string_view>

#include <rocksdb/cache.h>
#include <rocksdb/options.h>
#include <rocksdb/slice.h>
#include <rocksdb/status.h>

#include "engine/model/error.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

inline constexpr std::size_t kMebibyte = std::size_t{1} << 20U;

rocksdb::DBOptions database_options(const StoreOptions& options);
// The families of one database share the cache.
rocksdb::ColumnFamilyOptions family_options(const std::shared_ptr<rocksdb::Cache>& cache);
std::shared_ptr<rocksdb::Cache> make_block_cache();

// `what` was being read or written: a collection, a directory.
Error error_of(const rocksdb::Status& status, std::string_view what);

// A database that could not be opened again after a failed write.
Error not_open();

inline rocksdb::Slice slice(std::string_view text) {
  return {text.data(), text.size()};
}
inline std::string_view view(const rocksdb::Slice& text) {
  return {text.data(), text.size()};
}

}  // namespace talentmatch
