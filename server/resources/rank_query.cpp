#include "server/resources/rank_query.hpp"

#include <algorithm>

namespace talentmatch {

Result<RankRequest> rank_request(const Call& call, Side side,
                                 std::initializer_list<std::string_view> others) {
  RankRequest request;
  request.language = call.language;
  request.employer_view_only = call.reach != nullptr && !call.reach->employers.empty();
  for (const auto& [name, value] : call.query.parameters()) {
    if (std::ranges::find(others, name) != others.end()) continue;
    if (auto set = set_option(request, side, name, value, call.service->catalog()); !set)
      return fail(set.error());
  }
  if (auto sound = check(request, side); !sound) return fail(sound.error());
  return request;
}

Result<RankRequest> all_pairs_request(const Call& call, Side side,
                                      std::initializer_list<std::string_view> others) {
  for (const auto& [name, value] : call.query.parameters()) {
    if (std::ranges::find(others, name) != others.end()) continue;
    if (auto known = check_all_pairs_option(name); !known) return fail(known.error());
  }
  return rank_request(call, side, others);
}

}  // namespace talentmatch
