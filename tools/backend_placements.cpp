#include <fmt/format.h>

#include "tools/backend.hpp"

namespace talentmatch {
namespace {

std::string target_of(const std::string& id, std::string_view what = {}) {
  return fmt::format("/v1/placements/{}{}", percent_encoded(id), what);
}

std::string explain_target(const WishQuestion& question) {
  auto target = "/explain?graduate=" + percent_encoded(question.graduate);
  if (!question.posting.empty()) target += "&posting=" + percent_encoded(question.posting);
  if (question.wishes) target += fmt::format("&wishes={}", *question.wishes);
  return target;
}

}  // namespace

template <class Call>
Outcome<std::string> Backend::from_runs(Call call) const {
  std::string answer;
  const Result<void> done = call(local()->placements(), answer);
  if (!done) return give_up(done.error(), language_);
  return answer;
}

Outcome<std::string> Backend::start_placement(const std::string& request) const {
  if (local() == nullptr) return remote().post("/v1/placements", request);
  return from_runs([&](PlacementRuns& runs, std::string& out) { return runs.start(request, out); });
}

Outcome<std::string> Backend::placement(const std::string& id) const {
  if (local() == nullptr) return remote().get(target_of(id));
  return from_runs([&](PlacementRuns& runs, std::string& out) { return runs.show(id, out); });
}

Outcome<std::string> Backend::confirm_placement(const std::string& id) const {
  if (local() == nullptr) return remote().ask("POST", target_of(id, "/confirm"));
  return from_runs([&](PlacementRuns& runs, std::string& out) { return runs.confirm(id, out); });
}

Outcome<std::string> Backend::undo_placement(const std::string& id) const {
  if (local() == nullptr) return remote().ask("DELETE", target_of(id, "/confirm"));
  return from_runs([&](PlacementRuns& runs, std::string& out) { return runs.undo(id, out); });
}

Outcome<std::string> Backend::explain_placement(const std::string& id, const WishQuestion& question) const {
  if (local() == nullptr) return remote().get(target_of(id, explain_target(question)));
  return from_runs([&](PlacementRuns& runs, std::string& out) { return runs.explain(id, question, out); });
}

Outcome<std::string> Backend::waiting_list(const std::string& id, const std::string& posting,
                                           std::size_t most) const {
  if (local() == nullptr) {
    return remote().get(
        target_of(id, fmt::format("/waiting?posting={}&most={}", percent_encoded(posting), most)));
  }
  return from_runs(
      [&](PlacementRuns& runs, std::string& out) { return runs.waiting(id, posting, most, out); });
}

Outcome<std::string> Backend::placement_what_if(const std::string& id, const SeatQuestion& question) const {
  if (local() == nullptr) {
    return remote().get(target_of(
        id, fmt::format("/what-if?posting={}&seats={}", percent_encoded(question.posting), question.by)));
  }
  return from_runs([&](PlacementRuns& runs, std::string& out) { return runs.what_if(id, question, out); });
}

Outcome<void> Backend::remote_rows(const std::string& id, std::string_view what, RowFormat format,
                                   const ByteSink& sink) const {
  const auto target =
      fmt::format("{}/{}{}", target_of(id), what, format == RowFormat::csv ? "?format=csv" : "");
  return remote().exchange({.method = "GET", .target = target, .body = {}}, sink);
}

Outcome<void> Backend::assignments(const std::string& id, RowFormat format, const ByteSink& sink) const {
  if (local() == nullptr) return remote_rows(id, "assignments", format, sink);
  const auto done = local()->placements().rows(id, format, sink);
  if (!done) return give_up(done.error(), language_);
  return {};
}

Outcome<void> Backend::posting_outcomes(const std::string& id, RowFormat format, const ByteSink& sink) const {
  if (local() == nullptr) return remote_rows(id, "postings", format, sink);
  const auto done = local()->placements().postings(id, format, sink);
  if (!done) return give_up(done.error(), language_);
  return {};
}

}  // namespace talentmatch
