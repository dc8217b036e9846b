#include <algorithm>

#include "engine/ranking/counterfactual.hpp"
#include "engine/ranking/place.hpp"
#include "storage/codec/answer_json.hpp"
#include "storage/service/answers.hpp"
#include "storage/service/gate_texts.hpp"
#include "storage/service/told_reasons.hpp"

namespace talentmatch {
namespace {

struct Pair {
  GraduateFacts graduate;
  PostingFacts posting;
  RowRef posting_ref;
};

Result<Pair> find_pair(const Snapshot& snapshot, std::string_view graduate, std::string_view posting) {
  const auto graduate_ref = snapshot.find_graduate(graduate);
  if (!graduate_ref) {
    return fail({.code = ErrorCode::not_found, .field = "graduate", .value = std::string(graduate)});
  }
  const auto posting_ref = snapshot.find_posting(posting);
  if (!posting_ref) {
    return fail({.code = ErrorCode::not_found, .field = "posting", .value = std::string(posting)});
  }
  return Pair{snapshot.graduate(*graduate_ref), snapshot.posting(*posting_ref), *posting_ref};
}

// Where a proposed posting stands among all of the graduate's. The first k are ranked; whoever comes after
// them is only counted.
void place(ExplainAnswer& answer, const Pair& pair, const Snapshot& snapshot, const RankOptions& options,
           Ranker& ranker) {
  const auto all = for_all_pairs(options);
  const auto results = ranker.rank(snapshot, pair.graduate, all).results;
  const auto found = std::ranges::find(results, pair.posting_ref, &Ranked::ref);
  if (found != results.end()) {
    answer.rank = static_cast<std::uint64_t>(found - results.begin()) + 1;
    return;
  }
  answer.rank = place_of(snapshot, pair.graduate, pair.posting_ref, all);
  if (results.empty()) return;  // k = 0
  answer.missing_score = results.back().scores.of(all.perspective) - answer.scores.of(all.perspective);
}

}  // namespace

Result<void> Answers::explain(const Snapshot& snapshot, std::string_view graduate, std::string_view posting,
                              RankRequest request, std::string& out) {
  const auto pair = find_pair(snapshot, graduate, posting);
  if (!pair) return fail(pair.error());
  set_day(request);
  const RankOptions& options = request.options;
  const auto context = pair_context(snapshot, pair->graduate, pair->posting, options.as_of);
  const auto failed = failed_gates(pair->graduate, pair->posting, context);
  if (request.employer_view_only && !failed.empty()) {
    return fail({.code = ErrorCode::not_found, .field = "graduate", .value = std::string(graduate)});
  }
  const auto values = component_values(pair->graduate, pair->posting, context);
  const auto gates = gate_texts(failed, snapshot, &pair->graduate, &pair->posting, request);
  const auto why = told_reasons(reasons(snapshot, pair->graduate, pair->posting, values, options.weights,
                                        options.as_of, request.language),
                                request);
  const auto both = scores(values, options.weights);
  const auto fusion = fusion_text(both, options.perspective, request.language);
  ExplainAnswer answer{.version = snapshot.version(),
                       .as_of = options.as_of,
                       .graduate = pair->graduate.id,
                       .posting = pair->posting.id,
                       .perspective = options.perspective,
                       .weights = options.weights,
                       .gates = gates,
                       .scores = both,
                       .reasons = why,
                       .fusion = fusion};
  if (failed.empty()) place(answer, *pair, snapshot, options, *rankers_.borrow());
  append_explain(out, answer);
  return {};
}

}  // namespace talentmatch
