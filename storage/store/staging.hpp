#pragma once
// A family that is being filled to replace a collection. Nothing of it is seen by readers before Store::swap;
// it is dropped when the object goes without a swap.

#include <memory>
#include <span>
#include <string>

#include "engine/market/journal.hpp"
#include "engine/model/error.hpp"
#include "storage/store/scan.hpp"

namespace talentmatch {

class Family;

class Staging {
 public:
  Staging(Collection collection, std::shared_ptr<Family> family);
  ~Staging();
  Staging(Staging&&) noexcept;
  Staging& operator=(Staging&&) noexcept;

  Collection collection() const { return collection_; }
  // Not synced: the swap's commit makes it durable. Errors: no_space, io_error.
  Result<void> put(std::span<const JournalEntry> entries);
  Scan scan() const;

 private:
  friend class Store;
  Collection collection_{};
  std::shared_ptr<Family> family_;
};

}  // namespace talentmatch
