#include "tools/rank_everyone.hpp"

#include "tools/output.hpp"
#include "tools/progress.hpp"

namespace talentmatch {

Outcome<void> rank_everyone(const Backend& backend, Side side, const NamedOptions& options,
                            const std::filesystem::path& out) {
  Progress progress("ranking", side == Side::postings ? "graduates" : "postings");
  const auto produce = [&](const ByteSink& sink) {
    return backend.rank_all(side, options, sink, [&](std::uint64_t done, std::uint64_t all) {
      progress.update(all == 0 ? 1 : static_cast<double>(done) / static_cast<double>(all), done);
    });
  };
  return out.empty() ? write_to_output(produce) : write_to_file(out, produce);
}

}  // namespace talentmatch
