#pragma once
// What a posting with more seats, or fewer, would change in a kept run (spec 3, "What-if").

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/ranking/ranker.hpp"
#include "storage/service/placements/placement_run.hpp"

namespace talentmatch {

class SettledRun;

struct SeatQuestion {
  std::string_view posting;
  std::int32_t by = 0;               // seats more, or fewer
  Language language = Language::en;  // of errors' details
};
inline constexpr std::int32_t kMostSeatsAsked = 1000;  // more, or fewer

// {"run":…,"version":…,"posting":…,"seats":{"before":…,"after":…},"counts":{"moved":…,"placed":…,
// "unplaced":…,"improved":…,"worse":…},"moved":[{"graduate":…,"before":…,"after":…}]}: by graduate, null = no
// posting; the same as append_difference tells of a new run with that change. Placed: they had none; those
// count as improved too, and the unplaced as worse. Errors: not_found (posting); infeasible (it took no part
// in the run, or has fewer seats that can be given up).
Result<void> append_what_if(const SettledRun& run, const RunHead& head, const SeatQuestion& question,
                            Ranker& ranker, std::string& out);

// The error in the question's language.
Error told_in(Error error, Language language);

}  // namespace talentmatch
