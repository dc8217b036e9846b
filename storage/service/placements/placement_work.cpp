#include "storage/service/placements/placement_work.hpp"

#include "storage/service/placements/placement_report.hpp"
#include "storage/service/placements/seals.hpp"

namespace talentmatch {
namespace {

PlacementInput input_of(PlacementRequest& request, std::shared_ptr<const Snapshot> snapshot, Date as_of) {
  return {.snapshot = std::move(snapshot),
          .as_of = as_of,
          .scope = request.scope,
          .weights = request.weights,
          .mode = request.mode,
          .policy = request.policy,
          .locks = std::move(request.locks),
          .bans = std::move(request.bans),
          .seed = request.seed,
          .choices = std::move(request.choices),
          .priorities = std::move(request.priorities),
          .priority_groups = std::move(request.priority_groups),
          .seat_changes = std::move(request.seat_changes)};
}

// Each posting's seal is asked for many times.
class Sealed {
 public:
  explicit Sealed(const Field& field) : field_(field), postings_(field.postings(), 0) {}

  void add(RunRows& rows, std::uint32_t graduate, const Assignment& assignment) {
    RunRow row{.graduate = field_.graduate_id(graduate), .reason = word(assignment.reason)};
    if (assignment.posting != kUnplaced) {
      auto& seal = postings_[assignment.posting];
      if (seal == 0) seal = seal_of(field_.snapshot(), field_.posting(assignment.posting));
      row.posting = field_.posting_id(assignment.posting);
      row.rank = static_cast<std::int32_t>(assignment.rank);
      row.employer_view = assignment.employer_view;
      row.graduate_view = assignment.graduate_view;
      row.graduate_seal = seal_of(field_.snapshot(), field_.graduate(graduate));
      row.posting_seal = seal;
    }
    rows.add(row);
  }

 private:
  const Field& field_;
  std::vector<std::uint64_t> postings_;  // 0 = not made yet
};

RunRows rows_of(const PlacementResult& result) {
  RunRows rows;
  Sealed sealed(*result.field);
  for (std::uint32_t g = 0; g < result.assignments.size(); ++g) sealed.add(rows, g, result.assignments[g]);
  return rows;
}

RunRows rows_of(const ListsRun& run) {
  RunRows rows;
  Sealed sealed(*run.market.setup.field);
  for (std::uint32_t g = 0; g < run.granted.graduates(); ++g) {
    for (const auto index : run.granted.of(g)) {
      const Choice& choice = run.market.given.lists.choices[index];
      sealed.add(rows, g,
                 {.posting = choice.posting,
                  .rank = run.market.rank(g, index),
                  .employer_view = choice.employer_view,
                  .graduate_view = choice.graduate_view,
                  .reason = PlacementReason::placed});
    }
  }
  return rows;
}

template <class Run, class Rows>
Result<PlacementProduct> product(const Result<Run>& run, Rows rows) {
  if (!run) return fail(run.error());
  return PlacementProduct{.rows = rows(*run), .report = report_json(*run)};
}

}  // namespace

Result<PlacementProduct> compute_placement(PlacementRequest request, std::shared_ptr<const Snapshot> snapshot,
                                           Date as_of, const PlacementControl& control) {
  const auto input = input_of(request, std::move(snapshot), as_of);
  const auto length = static_cast<std::size_t>(request.length);
  switch (request.mode) {
    case PlacementMode::stable:
      return product(place_stable(input, control), [](const auto& run) { return rows_of(run); });
    case PlacementMode::max_score:
      return product(
          place_max_score(input, {.length = length}, {.accepted_gap = request.exact ? 0 : 1000}, control),
          [](const auto& run) { return rows_of(run.placement); });
    case PlacementMode::lists:
      break;
  }
  const ListsOptions options{.per_graduate = static_cast<std::size_t>(request.per_graduate),
                             .per_seat = request.per_seat};
  return product(
      place_lists(input, {.length = length, .perspective = Perspective::graduate}, options, control),
      [](const auto& run) { return rows_of(run); });
}

}  // namespace talentmatch
