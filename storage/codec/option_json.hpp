#pragma once
// Ranking options that are members of a parsed JSON object.

#include <span>
#include <string_view>

#include "storage/codec/json_parser.hpp"
#include "storage/codec/rank_request.hpp"

namespace talentmatch {

// All members but `others`, which the caller reads. Errors: as set_options_from_json.
Result<void> set_options(RankRequest& request, Side side, const JsonObject& object,
                         std::span<const std::string_view> others, const Catalog& catalog);

}  // namespace talentmatch
