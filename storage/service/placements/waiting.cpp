#include "storage/service/placements/waiting.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "engine/placement/local.hpp"
#include "engine/placement/lottery.hpp"
#include "engine/placement/seat_change/settled_run.hpp"
#include "engine/placement/waiting_list.hpp"
#include "engine/ranking/ranker.hpp"
#include "storage/codec/json_text.hpp"
#include "storage/service/placements/kept_pieces.hpp"

namespace talentmatch {
namespace {

struct Waiting {
  std::string graduate;
  std::int32_t employer_view = 0;
  bool from_afar = false;  // comes after local ones at equal E
  std::uint64_t lottery = 0;
  bool member = false;
  bool changed = false;
};

class WaitingAtPosting {
 public:
  WaitingAtPosting(const KeptRun& run, const RunPosting& kept, const PostingFacts& facts)
      : run_(run),
        kept_(kept),
        facts_(facts),
        local_(local_schools(*run.snapshot, run.request.policy.local)) {}

  Result<void> consider(const RunRow& row) {
    if (row.posting == kept_.posting || is_banned(row, kept_.posting)) return {};
    const auto ref = run_.snapshot->find_graduate(row.graduate);
    if (!ref || !may_pass(run_.snapshot->graduate(*ref))) return {};
    const auto graduate = graduate_in_run(run_, *ref, row.graduate_seal);
    if (!own_gates(graduate.facts).empty()) return {};
    const auto both = scores_of(graduate.facts);
    const auto wants = prefers(row, both.graduate_view);
    if (!wants) return fail(wants.error());
    if (*wants) add(row, graduate, both.employer_view);
    return {};
  }

  // In the posting's order.
  std::vector<Waiting> all() && {
    std::ranges::sort(all_, {}, [](const Waiting& one) {
      return std::tuple{-one.employer_view, one.from_afar, one.lottery, std::string_view(one.graduate)};
    });
    return std::move(all_);
  }

 private:
  PairContext context(const GraduateFacts& graduate) const {
    return pair_context(*run_.snapshot, graduate, facts_, run_.as_of);
  }
  // Whatever their status: that the run alone can tell.
  bool may_pass(GraduateFacts graduate) const {
    graduate.status = GraduateStatus::seeking;
    return failed_gates(graduate, facts_, context(graduate)).empty();
  }
  Scores scores_of(const GraduateFacts& graduate) const {
    return scores(component_values(graduate, facts_, context(graduate)), run_.request.weights);
  }
  // Only between equals does it matter which posting was granted.
  Result<bool> prefers(const RunRow& row, std::int32_t graduate_view) const {
    if (graduate_view != row.graduate_view) {
      return wants_more(placeless_assignment_of(row), graduate_view, kept_.place);
    }
    const auto got = assignment_of(run_, row);
    if (!got) return fail(got.error());
    return wants_more(*got, graduate_view, kept_.place);
  }
  void add(const RunRow& row, const GraduateInRun& graduate, std::int32_t employer_view) {
    const Slot school = graduate.facts.school;
    all_.push_back({.graduate = std::string(row.graduate),
                    .employer_view = employer_view,
                    .from_afar = !local_.empty() && (school == kNoSlot || local_[school] == 0),
                    .lottery = lottery_number(run_.request.seed, row.graduate),
                    .member = is_member(run_, graduate.facts),
                    .changed = graduate.changed});
  }

  const KeptRun& run_;
  const RunPosting& kept_;
  const PostingFacts& facts_;
  std::vector<std::uint8_t> local_;  // by school; empty: switched off
  std::vector<Waiting> all_;
};

std::vector<Waiting> chosen(std::vector<Waiting> all, const PostingOutcome& seats, std::size_t most) {
  std::vector<std::uint8_t> members;
  members.reserve(all.size());
  for (const Waiting& one : all) members.push_back(one.member ? 1 : 0);
  std::vector<Waiting> chosen;
  for (const auto at : in_prefix_order(members, seats.seats, seats.reserved, most)) {
    chosen.push_back(std::move(all[at]));
  }
  return chosen;
}

struct WaitingHead {
  const RunHead& run;
  std::string_view posting;
  const PostingOutcome& seats;
  bool changed = false;
};

void append(std::string& out, const WaitingHead& head, std::span<const Waiting> waiting) {
  out += "{\"run\":";
  append_text(out, head.run.id());
  out += ",\"version\":";
  append_text(out, head.run.version);
  out += ",\"posting\":";
  append_text(out, head.posting);
  fmt::format_to(std::back_inserter(out), R"(,"seats":{},"reserved":{},"changed":{},"waiting":)",
                 head.seats.seats, head.seats.reserved, head.changed);
  append_list(out, waiting, [&](const Waiting& one) {
    out += "{\"graduate\":";
    append_text(out, one.graduate);
    fmt::format_to(std::back_inserter(out),
                   R"(,"employer_view":{},"lottery":"{}","member":{},"changed":{}}})", one.employer_view,
                   lottery_text(one.lottery), one.member, one.changed);
  });
  out += '}';
}

std::unexpected<Error> no_such_posting(std::string_view posting) {
  return fail({.code = ErrorCode::not_found, .field = "posting", .value = excerpt(posting)});
}

}  // namespace

Result<void> append_waiting(const Store& store, const RunHead& head, std::shared_ptr<const Snapshot> snapshot,
                            std::string_view posting, std::size_t most, std::string& out) {
  const auto run = kept_run(store, head, std::move(snapshot));
  if (!run) return fail(run.error());
  const auto kept = kept_posting(*run, posting);
  if (!kept) return fail(kept.error());
  const auto ref = run->snapshot->find_posting(posting);
  if (!*kept || !ref) return no_such_posting(posting);
  const RunPosting& outcome = (*kept)->posting;
  const auto today = posting_in_run(*run, *ref, outcome.seal);
  WaitingAtPosting waiting(*run, outcome, today.facts);
  const auto read = for_each_row(store, head, [&](const RunRow& row) { return waiting.consider(row); });
  if (!read) return read;
  append(out, {head, outcome.posting, outcome.outcome, today.changed},
         chosen(std::move(waiting).all(), outcome.outcome, most));
  return {};
}

// Without a reserve nobody is a member.
Result<void> append_waiting(const SettledRun& run, const RunHead& head, std::string_view posting,
                            std::size_t most, std::string& out) {
  const auto row = run.field().find_posting(posting);
  if (!row) return no_such_posting(posting);
  std::vector<Waiting> waiting;
  for (const WaitingGraduate& one : waiting_list(run.result(), *row, most)) {
    waiting.push_back({.graduate = std::string(run.field().graduate_id(one.graduate)),
                       .employer_view = one.employer_view,
                       .lottery = run.result().lottery[one.graduate]});
  }
  append(out, {head, posting, run.result().postings[*row]}, waiting);
  return {};
}

}  // namespace talentmatch
