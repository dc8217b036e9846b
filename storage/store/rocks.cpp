#include "storage/store/rocks.hpp"

#include <algorithm>

#include <rocksdb/convenience.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/listener.h>
#include <rocksdb/table.h>

namespace talentmatch {
namespace {

rocksdb::CompressionType best_compression() {
  const auto supported = rocksdb::GetSupportedCompressions();
  return std::ranges::find(supported, rocksdb::kLZ4Compression) != supported.end() ? rocksdb::kLZ4Compression
                                                                                   : rocksdb::kNoCompression;
}

// Getting over a failed write is StoreCore's affair; RocksDB does not try it by itself in the background.
class NoRecovery : public rocksdb::EventListener {
  void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason, rocksdb::Status, bool* automatic) override {
    *automatic = false;
  }
};

}  // namespace

rocksdb::DBOptions database_options(const StoreOptions& options) {
  rocksdb::DBOptions database;
  if (options.env != nullptr) database.env = options.env;
  database.max_background_jobs = 2;
  database.db_write_buffer_size = 64 * kMebibyte;
  database.max_total_wal_size = 64 * kMebibyte;
  // A half record at the log's end is a commit that nobody was told of; any other damage is an error, where
  // the default would silently drop all commits behind it.
  database.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  // A manifest keeps the bounds of tables that are gone, which are ids; one that is begun anew at each change
  // of the tables does not. It is small: a few tables a family.
  database.max_manifest_file_size = 1;
  database.listeners.push_back(std::make_shared<NoRecovery>());
  database.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  database.keep_log_file_num = 2;
  database.stats_dump_period_sec = 0;
  database.stats_persist_period_sec = 0;
  return database;
}

rocksdb::ColumnFamilyOptions family_options(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = std::size_t{8} << 10U;
  table.format_version = 5;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  rocksdb::ColumnFamilyOptions family;
  family.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  family.compression = best_compression();
  family.write_buffer_size = 32 * kMebibyte;
  family.max_write_buffer_number = 3;
  return family;
}

std::shared_ptr<rocksdb::Cache> make_block_cache() {
  return rocksdb::NewLRUCache(32 * kMebibyte);
}

Error error_of(const rocksdb::Status& status, std::string_view what) {
  Error error{.code = ErrorCode::io_error, .detail = std::string(what) + ": " + status.ToString()};
  if (status.IsNotFound()) error.code = ErrorCode::not_found;
  if (status.IsCorruption()) error.code = ErrorCode::corrupt_data;
  if (status.IsNoSpace()) error.code = ErrorCode::no_space;
  return error;
}

Error not_open() {
  return {.code = ErrorCode::io_error,
          .detail = "the records could not be opened again after a failed write"};
}

}  // namespace talentmatch
