#pragma once
// What a run that is done and kept has to say, read from the store. Any thread.

#include <string>
#include <string_view>

#include "storage/service/placements/placement_run.hpp"
#include "storage/service/placements/run_rows.hpp"
#include "storage/service/service.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

// All rows in order of the graduates' ids. Errors: stopping (the sink is gone), those of the store.
Result<void> write_rows(const Store& store, const RunHead& head, RowFormat format, const ByteSink& sink);

// All postings by id. Errors: invalid_option (mode `lists`), and as above.
Result<void> write_postings(const Store& store, const RunHead& head, RowFormat format, const ByteSink& sink);

// Error invalid_option for mode `lists`, which takes no seats.
Result<void> check_takes_seats(const RunHead& head);

// {"run":…,"with":…,"moved":[…]}. Errors: invalid_option (mode `lists`), those of the store.
Result<void> append_difference(const Store& store, const RunHead& one, const RunHead& other,
                               std::string& out);

}  // namespace talentmatch
