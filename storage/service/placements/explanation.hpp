#pragma once
// Why a run gave a graduate what it gave, and why not each wish.

#include <optional>
#include <string>
#include <string_view>

#include "engine/ranking/ranker.hpp"
#include "storage/service/placements/kept_run.hpp"

namespace talentmatch {

struct WishQuestion {
  std::string_view graduate;
  std::string_view posting{};           // tells of this one only; empty: of the best wishes
  std::optional<std::size_t> wishes{};  // how many, at most; none: kUsualWishes
  Language language = Language::zh;
};
inline constexpr std::size_t kUsualWishes = 20;

// {"run":…,"version":…,"assignments":[…]} and, for a run whose lists came from scores,
// "lottery":…,"member":…,"changed":…,"wishes":[{"posting":…,"outcome":…,"employer_view":…,"graduate_view":…,
// "gates":[…],"cutoffs":…,"changed":…,"text":…}], `gates` with that outcome only and `cutoffs` with
// `outranked`. The best wishes are today's. O(a top-k search), after a confirmation O(postings). Errors:
// not_found (graduate, posting), invalid_option (a wish in a run of another kind), those of the store.
Result<void> append_explanation(const Store& store, const RunHead& head,
                                std::shared_ptr<const Snapshot> snapshot, const WishQuestion& question,
                                Ranker& ranker, std::string& out);

}  // namespace talentmatch
