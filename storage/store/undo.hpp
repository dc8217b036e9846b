#pragma once
// Inside storage/store only.

#include <optional>

#include <rocksdb/write_batch.h>

#include "storage/store/records.hpp"

namespace talentmatch {

// The batch that takes another one back: the present value of every key that it names. None if one cannot be
// read.
std::optional<rocksdb::WriteBatch> undo_of(const rocksdb::WriteBatch& batch, const Records& records);

}  // namespace talentmatch
