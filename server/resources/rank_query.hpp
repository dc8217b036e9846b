#pragma once
// The options of spec 2 as a request's query gives them.

#include <initializer_list>
#include <string_view>

#include "server/routing/route.hpp"
#include "storage/codec/rank_request.hpp"

namespace talentmatch {

// Those of a ranking; `others` are parameters of the route that are none.
Result<RankRequest> rank_request(const Call& call, Side side,
                                 std::initializer_list<std::string_view> others = {});

// Those of an answer about all pairs.
Result<RankRequest> all_pairs_request(const Call& call, Side side,
                                      std::initializer_list<std::string_view> others = {});

}  // namespace talentmatch
