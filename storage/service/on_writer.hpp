#pragma once

#include <functional>

#include "storage/service/write_queue.hpp"

namespace talentmatch {

// Runs the work on the writer's thread, in its turn, and waits for it. Errors: the work's, stopping.
Result<void> on_writer(WriteQueue& queue, std::function<Result<void>()> work);

}  // namespace talentmatch
