#pragma once
// The options of a ranking request (spec 2 by name) from a query string, a command line or a JSON body.

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/catalog/catalog.hpp"
#include "engine/model/error.hpp"
#include "engine/ranking/options.hpp"
#include "storage/codec/cursor.hpp"

namespace talentmatch {

// Which side is being ranked.
enum class Side : std::uint8_t { postings, graduates };

struct RankRequest {
  RankOptions options;  // the caller sets `as_of` to the default day before any option
  bool explain = false;
  Language language = Language::en;
  // For an employer: only the reasons of its own view (those of the graduate's tell wishes and expected pay),
  // and a graduate who is not proposed is as unknown.
  bool employer_view_only = false;
  std::optional<Date> asked_as_of;   // by the option
  std::optional<Date> cursor_as_of;  // by the cursor, whose day holds unless the option says it too
};

// One option by its name in the API; the value as in a query string (lists comma-separated). A later value
// replaces an earlier one. Errors: invalid_option (unknown name, bad value, an option that this side does not
// have), invalid_weights, invalid_cursor, invalid_utf8, unknown_region, retired_code.
Result<void> set_option(RankRequest& request, Side side, std::string_view name, std::string_view value,
                        const Catalog& catalog);

// Explanations and counterfactuals are about all pairs: they have no filters, caps and pages. Error:
// invalid_option.
Result<void> check_all_pairs_option(std::string_view name);

// All members of a JSON object as options: lists as arrays (or comma-separated text), weights as
// {"employer":{"major":400},"graduate":{…}} or text, integers and booleans as such, null = not given.
// Errors: as set_option, and invalid_json, invalid_utf8, not_an_object, duplicate_field.
Result<void> set_options_from_json(RankRequest& request, Side side, std::string_view json,
                                   const Catalog& catalog);

// After all options are set: what can only be judged together (weights sum to 1000, `as_of` is the cursor's,
// only recommendations can be non-personal, with employer_view_only the graduate's weights stay as they are).
Result<void> check(const RankRequest& request, Side side);

}  // namespace talentmatch
