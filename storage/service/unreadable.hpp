#pragma once
// Stored values that no longer read as records: damaged, or with codes that the catalogue does not have.
// Counts them and keeps the first by id, so that the error does not depend on threads.

#include <mutex>
#include <string>
#include <string_view>

#include "engine/model/error.hpp"

namespace talentmatch {

class Unreadable {
 public:
  // Any thread.
  void add(std::string_view id, const Error& reason);
  // corrupt_data if there are any. `catalogs` tells with which catalogue the values were written and are
  // read.
  Result<void> check(Collection collection, std::string_view catalogs) const;

 private:
  std::mutex mutex_;
  std::uint64_t count_ = 0;
  std::string first_id_;
  Error first_reason_;
};

}  // namespace talentmatch
