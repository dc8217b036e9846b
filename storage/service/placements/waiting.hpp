#pragma once
// Who moves up at a posting of a kept run when a seat falls vacant (spec 3, "Waiting list").

#include <string>
#include <string_view>

#include "storage/service/placements/kept_run.hpp"

namespace talentmatch {

class SettledRun;

inline constexpr std::size_t kUsuallyWaiting = 50;

// {"run":…,"version":…,"posting":…,"seats":…,"reserved":…,"changed":…,"waiting":[{"graduate":…,
// "employer_view":…,"lottery":…,"member":…,"changed":…}]}: at most `most` of those who want the posting more
// than what they got, judged by today's records. O(rows of the run). Errors: not_found, invalid_option (a run
// whose lists did not come from scores), those of the store.
Result<void> append_waiting(const Store& store, const RunHead& head, std::shared_ptr<const Snapshot> snapshot,
                            std::string_view posting, std::size_t most, std::string& out);

// The same bytes of a run that is held in memory, while the data are the run's. O(graduates who may take it).
Result<void> append_waiting(const SettledRun& run, const RunHead& head, std::string_view posting,
                            std::size_t most, std::string& out);

}  // namespace talentmatch
