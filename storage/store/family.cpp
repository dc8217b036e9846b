#include "storage/store/family.hpp"

#include <rocksdb/write_batch.h>

namespace talentmatch {
namespace {

constexpr int kBatchRecords = 4096;

// One by one: a merge whose disk fails while it drops a deletion of a range ends the process (RocksDB 7.8
// asks for the bounds of the table that it then left empty).
rocksdb::Status delete_all(rocksdb::DB& database, rocksdb::ColumnFamilyHandle* handle) {
  const std::unique_ptr<rocksdb::Iterator> records(database.NewIterator({}, handle));
  rocksdb::Status status;
  rocksdb::WriteBatch batch;
  for (records->SeekToFirst(); status.ok() && records->Valid(); records->Next()) {
    status = batch.Delete(handle, records->key());
    if (!status.ok() || batch.Count() < kBatchRecords) continue;
    status = database.Write({}, &batch);
    batch.Clear();
  }
  if (status.ok()) status = records->status();
  return status.ok() ? database.Write({}, &batch) : status;
}

}  // namespace

rocksdb::Status Family::clear() {
  auto status = delete_all(*database_, handle_);
  rocksdb::CompactRangeOptions options;
  options.exclusive_manual_compaction = false;
  if (status.ok()) status = database_->CompactRange(options, handle_, nullptr, nullptr);
  return status;
}

}  // namespace talentmatch
