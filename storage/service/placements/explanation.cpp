#include "storage/service/placements/explanation.hpp"

#include <fmt/format.h>

#include "engine/placement/explain.hpp"
#include "engine/placement/lottery.hpp"
#include "storage/codec/answer_parts.hpp"
#include "storage/codec/json_text.hpp"
#include "storage/service/gate_texts.hpp"
#include "storage/service/placements/best_wishes.hpp"
#include "storage/service/placements/kept_pieces.hpp"
#include "storage/service/placements/wish_text.hpp"

namespace talentmatch {
namespace {

std::unexpected<Error> unknown(std::string_view field, std::string_view id) {
  return fail({.code = ErrorCode::not_found, .field = std::string(field), .value = excerpt(id)});
}

class Explanation {
 public:
  Explanation(const KeptRun& run, const RunRow& row, const Assignment& got, RowRef graduate,
              Language language)
      : run_(run),
        row_(row),
        got_(got),
        graduate_(graduate_in_run(run, graduate, row.graduate_seal)),
        member_(is_member(run, graduate_.facts)),
        lottery_(lottery_number(run.request.seed, row.graduate)),
        language_(language) {}

  Result<void> tell_one(std::string_view posting) {
    const auto ref = run_.snapshot->find_posting(posting);
    if (!ref) return unknown("posting", posting);
    const auto told = tell(*ref, posting);
    if (!told) return fail(told.error());
    return *told ? Result<void>{} : unknown("posting", posting);
  }

  Result<void> tell_best(std::size_t most, Ranker& ranker) {
    for (const RowRef ref : best_wishes(run_, graduate_.facts, most, ranker)) {
      const auto told = tell(ref, run_.snapshot->posting(ref).id);
      if (!told) return fail(told.error());
    }
    return {};
  }

  void append(std::string& out) const {
    fmt::format_to(std::back_inserter(out), R"(,"lottery":"{}","member":{},"changed":{},"wishes":[{}])",
                   lottery_text(lottery_), member_, graduate_.changed, wishes_);
  }

 private:
  // False where the posting took no part in the run.
  Result<bool> tell(RowRef ref, std::string_view id) {
    const auto kept = kept_posting(run_, id);
    if (!kept) return fail(kept.error());
    if (!*kept) return false;
    const RunPosting& posting = (*kept)->posting;
    const PostingInRun today = posting_in_run(run_, ref, posting.seal);
    const auto verdict = judge({.snapshot = *run_.snapshot,
                                .graduate = graduate_.facts,
                                .posting = today.facts,
                                .as_of = run_.as_of,
                                .weights = run_.request.weights,
                                .got = got_,
                                .row = posting.place,
                                .banned = is_banned(row_, id),
                                .member = member_});
    const bool changed = graduate_.changed || today.changed;
    append_wish({.verdict = verdict,
                 .posting = posting,
                 .reason = got_.reason,
                 .lottery = lottery_,
                 .local_first = local_first(),
                 .changed = changed},
                today.facts);
    return true;
  }

  bool local_first() const {
    const LocalPreference& local = run_.request.policy.local;
    return !local.schools.empty() || !local.regions.empty();
  }

  void append_wish(const ToldWish& wish, const PostingFacts& facts) {
    if (!wishes_.empty()) wishes_ += ',';
    wishes_ += "{\"posting\":";
    append_text(wishes_, facts.id);
    fmt::format_to(std::back_inserter(wishes_), R"(,"outcome":"{}","employer_view":{},"graduate_view":{})",
                   word(wish.verdict.outcome), wish.verdict.employer_view, wish.verdict.graduate_view);
    if (wish.verdict.outcome == WishOutcome::gates) {
      RankRequest request;
      request.options.as_of = run_.as_of;
      request.language = language_;
      wishes_ += ',';
      append_gates(wishes_,
                   gate_texts(wish.verdict.gates, *run_.snapshot, &graduate_.facts, &facts, request));
    }
    if (wish.verdict.outcome == WishOutcome::outranked) {
      wishes_ += ',';
      append_cutoffs(wishes_, wish.posting.order, wish.posting.outcome);
    }
    wishes_ += ",\"changed\":";
    append_flag(wishes_, wish.changed);
    wishes_ += ",\"text\":";
    append_text(wishes_, wish_text(wish, language_));
    wishes_ += '}';
  }

  const KeptRun& run_;
  const RunRow& row_;
  Assignment got_;
  GraduateInRun graduate_;
  bool member_;
  std::uint64_t lottery_;
  Language language_;
  std::string wishes_;  // JSON objects
};

void append_assignments(std::string& out, const RunHead& head, std::span<const RunRow> rows) {
  out += "{\"run\":";
  append_text(out, head.id());
  out += ",\"version\":";
  append_text(out, head.version);
  out += ",\"assignments\":";
  append_list(out, rows, [&](const RunRow& row) {
    append_row(out, row, RowFormat::ndjson);
    out.pop_back();
  });
}

// Appends the wishes' part, nothing on an error.
Result<void> append_wishes(const KeptRun& run, const RunRow& row, const WishQuestion& question,
                           Ranker& ranker, std::string& out) {
  const auto ref = run.snapshot->find_graduate(row.graduate);
  if (!ref) {
    if (!question.posting.empty()) return unknown("graduate", row.graduate);
    fmt::format_to(std::back_inserter(out), R"(,"lottery":"{}","member":false,"changed":true,"wishes":[])",
                   lottery_text(lottery_number(run.request.seed, row.graduate)));
    return {};
  }
  const auto got = assignment_of(run, row);
  if (!got) return fail(got.error());
  Explanation explanation(run, row, *got, *ref, question.language);
  const auto told = question.posting.empty()
                        ? explanation.tell_best(question.wishes.value_or(kUsualWishes), ranker)
                        : explanation.tell_one(question.posting);
  if (told) explanation.append(out);
  return told;
}

}  // namespace

Result<void> append_explanation(const Store& store, const RunHead& head,
                                std::shared_ptr<const Snapshot> snapshot, const WishQuestion& question,
                                Ranker& ranker, std::string& out) {
  const auto lines = lines_of(store, head, PieceKind::rows, question.graduate);
  if (!lines) return fail(lines.error());
  if (lines->empty()) return unknown("graduate", question.graduate);
  const auto rows = read_rows(*lines);
  if (!rows) return fail(rows.error());
  std::string answer;
  append_assignments(answer, head, *rows);
  if (head.from_scores || !question.posting.empty() || question.wishes) {
    const auto run = kept_run(store, head, std::move(snapshot));
    if (!run) return fail(run.error());
    if (auto told = append_wishes(*run, rows->front(), question, ranker, answer); !told) return told;
  }
  out += answer + "}";
  return {};
}

}  // namespace talentmatch
