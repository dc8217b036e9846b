#include "storage/store/family.hpp"

namespace talentmatch {

rocksdb::Status Family::clear() {
  // Above every id.
  static constexpr char kEnd[] = "\xff";
  auto status = database_->DeleteRange({}, handle_, {}, kEnd);
  rocksdb::CompactRangeOptions options;
  options.exclusive_manual_compaction = false;
  if (status.ok()) status = database_->CompactRange(options, handle_, nullptr, nullptr);
  return status;
}

}  // namespace talentmatch
