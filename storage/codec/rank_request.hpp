#pragma once
// The options of a ranking request (spec 2 by name) from a query string, a command line or a JSON body.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "engine/catalog/catalog.hpp"
#include "engine/model/error.hpp"
#include "engine/ranking/options.hpp"

namespace talentmatch {

// Which side is being ranked.
enum class Side : std::uint8_t { postings, graduates };

struct RankRequest {
  RankOptions options;
  bool explain = false;
  Language language = Language::en;
};

// One option by its name in the API; the value as in a query string (lists comma-separated). Errors:
// invalid_option (unknown name, bad value, an option that this side does not have), invalid_weights,
// invalid_cursor, unknown_region.
Result<void> set_option(RankRequest& request, Side side, std::string_view name, std::string_view value,
                        const Catalog& catalog);
// After all options are set: what can only be judged together (weights sum to 1000).
Result<void> check(const RankRequest& request, Side side);

// A page's cursor is opaque text that carries its key and as_of.
std::string encode_cursor(const PageKey& key, Date as_of);

}  // namespace talentmatch
