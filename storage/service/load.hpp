#pragma once
// Fills an empty market from the store, on several threads.

#include <functional>
#include <string_view>

#include "engine/market/market.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

struct LoadOptions {
  unsigned threads = 1;
  // One call at a time; share 0…1 of the stage.
  std::function<void(std::string_view stage, double share)> progress;
};

// Errors: corrupt_data with the collection, the number of unreadable values, the first one's id (of a
// person's record a hash of it) and the reason; io_error.
Result<void> load(const Store& store, const Catalog& catalog, Market& market, const LoadOptions& options);

}  // namespace talentmatch
