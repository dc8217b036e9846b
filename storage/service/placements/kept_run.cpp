#include "storage/service/placements/kept_run.hpp"

#include "engine/placement/reserve.hpp"
#include "storage/service/placements/kept_pieces.hpp"
#include "storage/service/placements/seals.hpp"

namespace talentmatch {

Result<KeptRun> kept_run(const Store& store, const RunHead& head, std::shared_ptr<const Snapshot> snapshot) {
  if (!head.from_scores) {
    return fail({.code = ErrorCode::invalid_option,
                 .field = "mode",
                 .value = std::string(word(head.mode)),
                 .detail = "stable, lists from scores"});
  }
  auto request = parse_placement_request(head.request, snapshot->catalog());
  const auto as_of = parse_date(head.as_of);
  if (!request || !as_of) {
    return fail({.code = ErrorCode::corrupt_data, .detail = "the request of a placement run"});
  }
  return KeptRun{.store = store,
                 .head = head,
                 .snapshot = std::move(snapshot),
                 .request = *std::move(request),
                 .as_of = *as_of};
}

GraduateInRun graduate_in_run(const KeptRun& run, RowRef graduate, std::uint64_t seal) {
  const GraduateFacts facts = run.snapshot->graduate(graduate);
  if (seal_of(*run.snapshot, facts) == seal) return {facts, false};
  if (run.head.confirmation.empty() || facts.status != GraduateStatus::placed) return {facts, true};
  GraduateFacts seeking = facts;
  seeking.status = GraduateStatus::seeking;
  if (seal_of(*run.snapshot, seeking) == seal) return {seeking, false};
  return {facts, true};
}

PostingInRun posting_in_run(const KeptRun& run, RowRef posting, std::uint64_t seal) {
  PostingFacts facts = run.snapshot->posting(posting);
  facts.taken = 0;
  return {facts, seal_of(*run.snapshot, facts) != seal};
}

Result<std::optional<KeptPosting>> kept_posting(const KeptRun& run, std::string_view id) {
  auto line = lines_of(run.store, run.head, PieceKind::postings, id);
  if (!line) return fail(std::move(line.error()));
  if (line->empty()) return std::nullopt;
  line->pop_back();
  KeptPosting kept{.line = std::make_unique<const std::string>(*std::move(line)), .posting = {}};
  const auto posting = read_posting(*kept.line);
  if (!posting) return fail(posting.error());
  kept.posting = *posting;
  return kept;
}

Result<Assignment> assignment_of(const KeptRun& run, const RunRow& row) {
  Assignment got = placeless_assignment_of(row);
  if (row.posting.empty()) return got;
  const auto granted = kept_posting(run, row.posting);
  if (!granted) return fail(granted.error());
  if (!*granted) return fail({.code = ErrorCode::corrupt_data, .detail = "a posting of a placement run"});
  got.posting = (*granted)->posting.place;
  return got;
}

Assignment placeless_assignment_of(const RunRow& row) {
  Assignment got;
  got.reason = parse_word<PlacementReason>(row.reason).value_or(PlacementReason::no_eligible_posting);
  if (row.posting.empty()) return got;
  got.posting = 0;
  got.employer_view = static_cast<std::uint16_t>(row.employer_view);
  got.graduate_view = static_cast<std::uint16_t>(row.graduate_view);
  return got;
}

bool is_member(const KeptRun& run, const GraduateFacts& graduate) {
  const auto& reserve = run.request.policy.reserve;
  return reserve && belongs_to(*run.snapshot, graduate, reserve->group);
}

bool is_banned(const RunRow& row, std::string_view posting) {
  bool banned = false;
  for_each_banned(row, [&](std::string_view id) { banned = banned || id == posting; });
  return banned;
}

}  // namespace talentmatch
