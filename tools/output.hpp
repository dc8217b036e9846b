#pragma once
// Long output of a command: to the standard output, or to a file that appears under its name when it is
// whole.

#include <filesystem>
#include <functional>

#include "storage/service/service.hpp"
#include "tools/outcome.hpp"

namespace talentmatch {

// Writes everything that it makes to the sink.
using Producer = std::function<Outcome<void>(const ByteSink&)>;

Outcome<void> write_to_output(const Producer& produce);
Outcome<void> write_to_file(const std::filesystem::path& path, const Producer& produce);

}  // namespace talentmatch
