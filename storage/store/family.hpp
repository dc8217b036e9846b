#pragma once
// Inside storage/store only: a RocksDB column family whose handle lives as long as somebody reads it, also
// after it was dropped, and which keeps the database open meanwhile.

#include <atomic>
#include <memory>
#include <string>

#include <rocksdb/db.h>

namespace talentmatch {

class Family {
 public:
  Family(std::shared_ptr<rocksdb::DB> database, rocksdb::ColumnFamilyHandle* handle)
      : database_(std::move(database)), handle_(handle) {}
  ~Family() { database_->DestroyColumnFamilyHandle(handle_).PermitUncheckedError(); }
  Family(const Family&) = delete;
  Family& operator=(const Family&) = delete;

  rocksdb::DB& database() const { return *database_; }
  rocksdb::ColumnFamilyHandle* handle() const { return handle_; }
  std::string name() const { return handle_->GetName(); }
  // A family that could not be dropped is dropped at the next open, since nothing names it.
  void drop() { database_->DropColumnFamily(handle_).PermitUncheckedError(); }

 private:
  std::shared_ptr<rocksdb::DB> database_;
  rocksdb::ColumnFamilyHandle* handle_;
};

}  // namespace talentmatch
