// Answers of runs that are done: the run is looked up here, and read elsewhere.

#include "storage/service/placements/placement_runs.hpp"
#include "storage/service/placements/run_answers.hpp"
#include "storage/service/placements/waiting.hpp"

namespace talentmatch {

Result<void> PlacementRuns::rows(std::string_view id, RowFormat format, const ByteSink& sink) const {
  const auto head = done_head(id);
  if (!head) return fail(head.error());
  return write_rows(tools_.store, *head, format, sink);
}

Result<void> PlacementRuns::postings(std::string_view id, RowFormat format, const ByteSink& sink) const {
  const auto head = done_head(id);
  if (!head) return fail(head.error());
  return write_postings(tools_.store, *head, format, sink);
}

Result<void> PlacementRuns::explain(std::string_view id, const WishQuestion& question,
                                    std::string& out) const {
  const auto head = done_head(id);
  if (!head) return fail(head.error());
  const auto ranker = tools_.rankers.borrow();
  return append_explanation(tools_.store, *head, tools_.market.snapshot(), question, *ranker, out);
}

Result<void> PlacementRuns::waiting(std::string_view id, std::string_view posting, std::size_t most,
                                    std::string& out) const {
  const auto head = done_head(id);
  if (!head) return fail(head.error());
  auto snapshot = tools_.market.snapshot();
  if (const auto run = settled_.held(*head); run && head->version == snapshot->version()) {
    return append_waiting(*run, *head, posting, most, out);
  }
  return append_waiting(tools_.store, *head, std::move(snapshot), posting, most, out);
}

Result<void> PlacementRuns::what_if(std::string_view id, const SeatQuestion& question,
                                    std::string& out) const {
  const auto head = done_head(id);
  if (!head) return fail(head.error());
  const auto run = settled_.of(tools_.store, *head, tools_.market.snapshot());
  if (!run) return fail(told_in(run.error(), question.language));
  tell_held();
  const auto ranker = tools_.rankers.borrow();
  return append_what_if(**run, *head, question, *ranker, out);
}

Result<void> PlacementRuns::difference(std::string_view id, std::string_view with, std::string& out) const {
  const auto one = done_head(id);
  if (!one) return fail(one.error());
  const auto other = done_head(with);
  if (!other) return fail(other.error());
  return append_difference(tools_.store, *one, *other, out);
}

}  // namespace talentmatch
