#include "server/resources/placements.hpp"

#include <fmt/format.h>

#include "server/http/problem.hpp"
#include "server/resources/parameters.hpp"
#include "server/server_state.hpp"
#include "storage/service/placements/placement_runs.hpp"
#include "storage/service/placements/waiting.hpp"

namespace talentmatch {

namespace {

using Change = Result<void> (PlacementRuns::*)(std::string_view id, std::string& out, const Caller& caller);

void change(const Call& call, Answer& answer, Change what) {
  if (auto known = expect_only(call.query, {}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  const auto changed = (call.service->placements().*what)(call.id, answer.body, call.caller);
  if (!changed) set_error(answer, changed.error(), call.language);
}

Result<RowFormat> row_format(const Call& call) {
  const auto format = choice(call.query, "format", {"ndjson", "csv"});
  if (!format) return fail(format.error());
  return *format == 1 ? RowFormat::csv : RowFormat::ndjson;
}

using Rows = Result<void> (PlacementRuns::*)(std::string_view id, RowFormat format,
                                             const ByteSink& sink) const;

Result<void> rows(const Call& call, const Ends& ends, Rows what) {
  if (auto known = expect_only(call.query, {"format"}); !known) return known;
  const auto format = row_format(call);
  if (!format) return fail(format.error());
  return (call.service->placements().*what)(call.id, *format, ends.sink);
}

Result<std::string> whole_body(const ByteSource& source, std::size_t most) {
  constexpr std::size_t kPiece = 256 << 10;
  std::string body;
  for (;;) {
    const std::size_t size = body.size();
    body.resize(size + kPiece);
    const auto read = source(body.data() + size, kPiece);
    if (!read) return fail(read.error());
    body.resize(size + *read);
    if (*read == 0) return body;
    if (body.size() > most) {
      return fail(
          {.code = ErrorCode::too_large, .field = "body", .detail = fmt::format("at most {} bytes", most)});
    }
  }
}

Result<WishQuestion> wish_question(const Call& call) {
  if (auto known = expect_only(call.query, {"graduate", "posting", "wishes"}); !known) {
    return fail(known.error());
  }
  const auto graduate = required(call.query, "graduate");
  if (!graduate) return fail(graduate.error());
  const auto wishes = count(call.query, "wishes", 1, 100);
  if (!wishes) return fail(wishes.error());
  const auto posting = call.query.get("posting");
  if (posting && *wishes) {
    return fail({.code = ErrorCode::invalid_option, .field = "wishes", .detail = "not with posting"});
  }
  if (posting && posting->empty()) {
    return fail({.code = ErrorCode::invalid_option, .field = "posting", .detail = "an id"});
  }
  return WishQuestion{.graduate = *graduate,
                      .posting = posting.value_or(std::string_view{}),
                      .wishes = *wishes,
                      .language = call.language};
}

}  // namespace

Result<void> post_placement(const Call& call, const Ends& ends) {
  if (auto known = expect_only(call.query, {}); !known) return known;
  const auto request = whole_body(ends.source, call.server.limits.placement);
  if (!request) return fail(request.error());
  std::string out;
  if (auto started = call.service->placements().start(*request, out, call.caller); !started) return started;
  ends.sink(out);  // who asked may be gone, the run goes on
  return {};
}

void get_placements(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  call.service->placements().list(answer.body);
}

void get_placement(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  const auto shown = call.service->placements().show(call.id, answer.body);
  if (!shown) set_error(answer, shown.error(), call.language);
}

void delete_placement(const Call& call, Answer& answer) {
  change(call, answer, &PlacementRuns::remove);
}

Result<void> get_assignments(const Call& call, const Ends& ends) {
  return rows(call, ends, &PlacementRuns::rows);
}

Result<void> get_posting_outcomes(const Call& call, const Ends& ends) {
  return rows(call, ends, &PlacementRuns::postings);
}

MediaType type_of_placement_rows(const Call& call) {
  return row_format(call).value_or(RowFormat::ndjson) == RowFormat::csv ? MediaType::csv : MediaType::ndjson;
}

void get_placement_explanation(const Call& call, Answer& answer) {
  const auto question = wish_question(call);
  if (!question) return set_option_error(answer, question.error(), call.language);
  const auto explained = call.service->placements().explain(call.id, *question, answer.body);
  if (!explained) set_error(answer, explained.error(), call.language);
}

void get_waiting_list(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {"posting", "most"}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  const auto posting = required(call.query, "posting");
  if (!posting) return set_option_error(answer, posting.error(), call.language);
  const auto most = count(call.query, "most", 1, 1000);
  if (!most) return set_option_error(answer, most.error(), call.language);
  const auto listed =
      call.service->placements().waiting(call.id, *posting, most->value_or(kUsuallyWaiting), answer.body);
  if (!listed) set_error(answer, listed.error(), call.language);
}

Result<void> get_placement_what_if(const Call& call, const Ends& ends) {
  if (auto known = expect_only(call.query, {"posting", "seats"}); !known) return known;
  const auto posting = required(call.query, "posting");
  if (!posting) return fail(posting.error());
  const auto by = signed_number(call.query, "seats", kMostSeatsAsked);
  if (!by) return fail(by.error());
  std::string out;
  const SeatQuestion question{.posting = *posting, .by = *by, .language = call.language};
  if (auto told = call.service->placements().what_if(call.id, question, out); !told) return told;
  return ends.sink(out) ? Result<void>{} : fail({.code = ErrorCode::stopping});
}

void get_placement_difference(const Call& call, Answer& answer) {
  if (auto known = expect_only(call.query, {"with"}); !known) {
    return set_option_error(answer, known.error(), call.language);
  }
  const auto with = required(call.query, "with");
  if (!with) return set_option_error(answer, with.error(), call.language);
  const auto compared = call.service->placements().difference(call.id, *with, answer.body);
  if (!compared) set_error(answer, compared.error(), call.language);
}

void post_confirmation(const Call& call, Answer& answer) {
  change(call, answer, &PlacementRuns::confirm);
}

void delete_confirmation(const Call& call, Answer& answer) {
  change(call, answer, &PlacementRuns::undo);
}

}  // namespace talentmatch
