#include "storage/store/undo.hpp"

#include <string>

namespace talentmatch {
namespace {

class Undoing : public rocksdb::WriteBatch::Handler {
 public:
  explicit Undoing(const Records& records) : records_(records) {}

  rocksdb::Status PutCF(std::uint32_t family, const rocksdb::Slice& key, const rocksdb::Slice&) override {
    return keep(family, key);
  }
  rocksdb::Status DeleteCF(std::uint32_t family, const rocksdb::Slice& key) override {
    return keep(family, key);
  }

  rocksdb::WriteBatch undo;

 private:
  rocksdb::Status keep(std::uint32_t family, const rocksdb::Slice& key) {
    auto* handle = handle_of(family);
    if (handle == nullptr) return rocksdb::Status::NotFound();
    std::string value;
    const auto status = records_.database->Get({}, handle, key, &value);
    if (status.IsNotFound()) return undo.Delete(handle, key);
    return status.ok() ? undo.Put(handle, key, value) : status;
  }

  rocksdb::ColumnFamilyHandle* handle_of(std::uint32_t family) const {
    if (records_.meta->handle()->GetID() == family) return records_.meta->handle();
    for (const auto& pair : records_.families) {
      if (pair.current->handle()->GetID() == family) return pair.current->handle();
    }
    return nullptr;
  }

  const Records& records_;
};

}  // namespace

std::optional<rocksdb::WriteBatch> undo_of(const rocksdb::WriteBatch& batch, const Records& records) {
  Undoing undoing(records);
  if (!batch.Iterate(&undoing).ok()) return std::nullopt;
  return std::move(undoing.undo);
}

}  // namespace talentmatch
