#pragma once
// Inside storage/store only: a RocksDB column family, which keeps the database open while somebody reads it.

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
  rocksdb::Status clear();  // deletes all records and gives their space back; O(records)

 private:
  std::shared_ptr<rocksdb::DB> database_;
  rocksdb::ColumnFamilyHandle* handle_;
};

}  // namespace talentmatch
