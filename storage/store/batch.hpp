#pragma once
// Inside storage/store only: journal entries as one RocksDB write batch.

#include <span>

#include <rocksdb/write_batch.h>

#include "engine/market/journal.hpp"
#include "storage/store/document.hpp"
#include "storage/store/family.hpp"

namespace talentmatch {

// An empty batch with room for the entries.
rocksdb::WriteBatch batch_for(std::span<const JournalEntry> entries);
void add(rocksdb::WriteBatch& batch, const Family& family, const JournalEntry& entry);
void add(rocksdb::WriteBatch& batch, const Family& family, const Document& document);

}  // namespace talentmatch
