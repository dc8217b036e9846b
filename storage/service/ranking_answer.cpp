#include "storage/service/ranking_answer.hpp"

#include <vector>

#include "storage/codec/answer_json.hpp"
#include "storage/codec/cursor.hpp"
#include "storage/service/gate_texts.hpp"
#include "storage/service/told_reasons.hpp"

namespace talentmatch {
namespace {

// What is the same for both sides is written once over these two.
struct ForGraduate {
  static constexpr Side side = Side::postings;
  const Snapshot& snapshot;
  const GraduateFacts& graduate;

  const PostingSegment& segment(RowRef ref) const { return *snapshot.postings()[ref.segment].segment; }
  std::vector<Reason> reasons_for(const PostingFacts& posting, const RankOptions& options,
                                  Language language) const {
    const auto context = pair_context(snapshot, graduate, posting, options.as_of);
    return reasons(snapshot, graduate, posting, component_values(graduate, posting, context), options.weights,
                   options.as_of, language);
  }
  std::vector<FailedGate> gates(GateSet failed, const RankRequest& request) const {
    return gate_texts(failed, snapshot, &graduate, nullptr, request);
  }
  Date posted(RowRef ref) const { return segment(ref).row(ref.row).posted; }
};

struct ForPosting {
  static constexpr Side side = Side::graduates;
  const Snapshot& snapshot;
  const PostingFacts& posting;

  const GraduateSegment& segment(RowRef ref) const { return *snapshot.graduates()[ref.segment].segment; }
  std::vector<Reason> reasons_for(const GraduateFacts& graduate, const RankOptions& options,
                                  Language language) const {
    return ForGraduate{snapshot, graduate}.reasons_for(posting, options, language);
  }
  std::vector<FailedGate> gates(GateSet failed, const RankRequest& request) const {
    return gate_texts(failed, snapshot, nullptr, &posting, request);
  }
  static Date posted(RowRef) { return kNeverPosted; }
};

template <class Asking>
std::string next_page(const Asking& asking, const Ranking& ranking, const RankOptions& options) {
  if (!ranking.more || ranking.results.empty()) return {};
  const Ranked& last = ranking.results.back();
  return encode_cursor({.score = options.personalized ? last.scores.of(options.perspective) : 0,
                        .posted = asking.posted(last.ref),
                        .id = std::string(asking.segment(last.ref).id(last.ref.row)),
                        .version = asking.snapshot.version()},
                       options.as_of);
}

template <class Asking>
void append(std::string& out, const Asking& asking, const RankRequest& request, const Ranking& ranking,
            std::span<const Replacement> notices, std::string_view told_id) {
  const RankOptions& options = request.options;
  const bool explain = request.explain && options.personalized;
  std::vector<RankedEntry> entries;
  std::vector<std::vector<Reason>> explained;
  entries.reserve(ranking.results.size());
  explained.reserve(ranking.results.size());
  // The ids of all results come from memory at the same time.
  for (const auto& [ref, scores] : ranking.results) asking.segment(ref).prefetch_id(ref.row);
  for (const Ranked& ranked : ranking.results) {
    const auto& segment = asking.segment(ranked.ref);
    const auto id = segment.id(ranked.ref.row);
    __builtin_prefetch(id.data());
    if (explain)
      explained.push_back(told_reasons(
          asking.reasons_for(segment.facts(ranked.ref.row), options, request.language), request));
    entries.push_back(
        {.id = id,
         .scores = ranked.scores,
         .reasons = explain ? std::span<const Reason>(explained.back()) : std::span<const Reason>{}});
  }
  const auto gates = asking.gates(ranking.own_gates, request);
  const auto cursor = next_page(asking, ranking, options);
  RankingAnswer answer{.version = asking.snapshot.version(),
                       .as_of = options.as_of,
                       .side = Asking::side,
                       .asking = told_id,
                       .personalized = options.personalized,
                       .explain = explain,
                       .perspective = options.perspective,
                       .weights = options.weights,
                       .results = entries,
                       .gates = gates,
                       .cursor = cursor,
                       .notices = notices};
  if (options.after) answer.version_changed = options.after->version != asking.snapshot.version();
  append_ranking(out, answer);
}

}  // namespace

void append_ranking(std::string& out, const Snapshot& snapshot, const GraduateFacts& asking,
                    const RankRequest& request, const Ranking& ranking, std::span<const Replacement> notices,
                    bool told_id) {
  append(out, ForGraduate{snapshot, asking}, request, ranking, notices, told_id ? asking.id : "");
}

void append_ranking(std::string& out, const Snapshot& snapshot, const PostingFacts& asking,
                    const RankRequest& request, const Ranking& ranking, std::span<const Replacement> notices,
                    bool told_id) {
  append(out, ForPosting{snapshot, asking}, request, ranking, notices, told_id ? asking.id : "");
}

}  // namespace talentmatch
