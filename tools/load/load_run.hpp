#pragma once
// Runs a load plan on one thread: connections that ask, wait and ask again, or that ask at fixed moments.

#include <functional>

#include "tools/load/load_plan.hpp"
#include "tools/outcome.hpp"

namespace talentmatch {

// `progress` hears the share of the time that is over; it may be empty. Error: the server cannot be reached.
Outcome<LoadFigures> run_load(const LoadPlan& plan, const std::function<void(double)>& progress);

}  // namespace talentmatch
