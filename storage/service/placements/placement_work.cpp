#include "storage/service/placements/placement_work.hpp"

#include "storage/service/placements/placement_report.hpp"

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

template <class Run, class Keep>
Result<PlacementProduct> product(const Result<Run>& run, Keep pieces) {
  if (!run) return fail(run.error());
  return PlacementProduct{.pieces = pieces(*run), .report = report_json(*run)};
}

}  // namespace

Result<PlacementProduct> compute_placement(PlacementRequest request, std::shared_ptr<const Snapshot> snapshot,
                                           Date as_of, const PlacementControl& control) {
  const auto input = input_of(request, std::move(snapshot), as_of);
  const auto length = static_cast<std::size_t>(request.length);
  switch (request.mode) {
    case PlacementMode::stable:
      return product(place_stable(input, control), [&](const auto& run) { return pieces_of(run, input); });
    case PlacementMode::max_score:
      return product(
          place_max_score(input, {.length = length}, {.accepted_gap = request.exact ? 0 : 1000}, control),
          [&](const auto& run) { return pieces_of(run.placement, input); });
    case PlacementMode::lists:
      break;
  }
  const ListsOptions options{.per_graduate = static_cast<std::size_t>(request.per_graduate),
                             .per_seat = request.per_seat};
  return product(
      place_lists(input, {.length = length, .perspective = Perspective::graduate}, options, control),
      [](const auto& run) { return pieces_of(run); });
}

}  // namespace talentmatch
