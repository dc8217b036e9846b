#pragma once
// A kept run with today's data: what it takes to say why it decided as it did. Records are seen as the run
// saw them where today's still tell that, else as they are today; then they count as changed.

#include <memory>
#include <optional>
#include <string>

#include "engine/market/snapshot.hpp"
#include "storage/codec/placement_request.hpp"
#include "storage/service/placements/placement_run.hpp"
#include "storage/service/placements/run_postings.hpp"
#include "storage/service/placements/run_rows.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

struct KeptRun {  // store and head outlive it
  const Store& store;
  const RunHead& head;
  std::shared_ptr<const Snapshot> snapshot;
  PlacementRequest request;  // without lists of persons
  Date as_of;
};

// Errors: invalid_option unless every list came from scores (mode `stable`), corrupt_data.
Result<KeptRun> kept_run(const Store& store, const RunHead& head, std::shared_ptr<const Snapshot> snapshot);

struct GraduateInRun {
  GraduateFacts facts;
  bool changed = false;
};
// A graduate whom this very run's confirmation has placed counts as the one who sought.
GraduateInRun graduate_in_run(const KeptRun& run, RowRef graduate, std::uint64_t seal);

struct PostingInRun {
  PostingFacts facts;
  bool changed = false;
};
// Seats that were taken since are seen as free: it had some in the run.
PostingInRun posting_in_run(const KeptRun& run, RowRef posting, std::uint64_t seal);

// What the run said of one posting.
struct KeptPosting {
  std::unique_ptr<const std::string> line;
  RunPosting posting;  // views the line
};
// None where it took no part. O(a piece). Errors: those of the store.
Result<std::optional<KeptPosting>> kept_posting(const KeptRun& run, std::string_view id);

// What the row's graduate got, without rank; `posting` is the place of RunPosting. O(a piece). Errors: those
// of the store, corrupt_data.
Result<Assignment> assignment_of(const KeptRun& run, const RunRow& row);
// The same without that place: any posting in its stead.
Assignment placeless_assignment_of(const RunRow& row);

bool is_member(const KeptRun& run, const GraduateFacts& graduate);
bool is_banned(const RunRow& row, std::string_view posting);
// Calls f(id) for every posting that the row's graduate was never to get.
template <class F>
void for_each_banned(const RunRow& row, F f) {
  std::string_view left = row.banned;
  while (!left.empty()) {
    const auto space = left.find(' ');
    f(left.substr(0, space));
    left.remove_prefix(space == std::string_view::npos ? left.size() : space + 1);
  }
}

}  // namespace talentmatch
