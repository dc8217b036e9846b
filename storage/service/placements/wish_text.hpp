#pragma once
// One sentence on what became of a wish, in Chinese or English. Of an order class it gives no numbers: where
// it closed would betray priority groups.

#include <cstdint>
#include <string>

#include "engine/placement/explain.hpp"
#include "storage/service/placements/run_postings.hpp"

namespace talentmatch {

struct ToldWish {
  const WishVerdict& verdict;
  const RunPosting& posting;
  PlacementReason reason{};   // of what the graduate got
  std::uint64_t lottery = 0;  // the graduate's own
  bool local_first = false;   // the run preferred local graduates at equal E
  bool changed = false;       // a record is another than in the run
};

std::string wish_text(const ToldWish& wish, Language language);

}  // namespace talentmatch
