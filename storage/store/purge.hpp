#pragma once
// From removed to gone: what was removed by commits is rewritten, so that no table, log or manifest holds a
// byte of it. As long as the object lives no collection can be replaced, so that what is to be rewritten is
// known. Any thread, beside commits. Files that a scan or a backup still reads go when it ends.

#include <optional>
#include <string_view>

#include "engine/model/error.hpp"

namespace talentmatch {

class StoreCore;

class Purge {
 public:
  ~Purge();
  Purge(Purge&& other) noexcept;
  Purge& operator=(Purge&&) = delete;

  // After the commits that removed a graduate and its placements. O(tables over the id + placements + kept
  // runs); flushes everything. Errors: no_space, io_error.
  Result<void> graduate(std::string_view id) const;
  // The same of whoever was removed, at the cost of rewriting all graduates.
  Result<void> all() const;

 private:
  friend class Store;
  explicit Purge(StoreCore& core) : core_(&core) {}
  Result<void> run(std::optional<std::string_view> graduate) const;
  StoreCore* core_;
};

}  // namespace talentmatch
