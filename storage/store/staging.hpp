#pragma once
// A family that is being filled to replace a collection; readers see nothing of it before Store::swap. When
// the object goes, what the collection does not need is deleted: after a swap the old records, else the
// staged ones.

#include <memory>
#include <span>

#include "engine/market/journal.hpp"
#include "engine/model/error.hpp"
#include "storage/store/scan.hpp"

namespace talentmatch {

class Family;
class StoreCore;

class Staging {
 public:
  Staging(StoreCore& core, Collection collection, std::shared_ptr<Family> family);
  ~Staging();  // O(records to delete)
  Staging(Staging&&) noexcept;
  Staging& operator=(Staging&&) = delete;

  Collection collection() const { return collection_; }
  // Not synced: the swap's commit makes it durable. Errors: no_space, io_error.
  Result<void> put(std::span<const JournalEntry> entries);
  Scan scan() const;

 private:
  friend class Store;
  StoreCore* core_;
  Collection collection_{};
  std::shared_ptr<Family> family_;
};

}  // namespace talentmatch
