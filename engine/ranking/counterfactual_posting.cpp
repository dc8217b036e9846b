#include <algorithm>

#include "engine/ranking/counterfactual.hpp"
#include "engine/ranking/graduate_index.hpp"
#include "engine/ranking/posting_query.hpp"
#include "engine/ranking/relaxation.hpp"

namespace talentmatch {
namespace {

// The only demand that a graduate does not meet.
struct Obstacle {
  ChangeKind kind{};
  std::size_t item = 0;   // certificate_dropped: of the required ones
  std::int32_t held = 0;  // and the level at which it is held
};

bool removes(const Relaxation& relaxation, const Obstacle& obstacle) {
  if (obstacle.kind != ChangeKind::certificate_dropped) return relaxation.change.kind == obstacle.kind;
  if (relaxation.item != obstacle.item) return false;
  return relaxation.change.kind == ChangeKind::certificate_dropped ||
         (relaxation.change.kind == ChangeKind::certificate_lower &&
          obstacle.held >= relaxation.change.level);
}

// Counts, for each relaxation, the graduates whose only obstacle it removes.
class OpeningCount {
 public:
  OpeningCount(const Snapshot& snapshot, const PostingFacts& posting, const RankOptions& options,
               std::span<const Relaxation> relaxations)
      : snapshot_(snapshot), posting_(posting), relaxations_(relaxations), opens_(relaxations.size()) {
    const GraduateFilter filter(snapshot, options);
    asked_.fill(snapshot, posting, options, filter);
    relaxed_.fill(snapshot, most_relaxed(posting), options, filter);
  }

  std::vector<std::uint64_t> count() {
    for (std::uint32_t s = 0; !relaxations_.empty() && s < snapshot_.graduates().size(); ++s) run(s);
    return std::move(opens_);
  }

 private:
  // An index tells the graduates of related majors, or of the order class's school.
  void run(std::uint32_t segment) {
    const auto& columns = *snapshot_.graduates()[segment].segment;
    const GraduateIndex* index = columns.index();
    const auto look_at_all = [&](std::span<const std::uint32_t> rows) {
      for (const auto row : rows) look_at({segment, row});
    };
    if (index != nullptr && posting_.kind == PostingKind::order_class) {
      if (posting_.school != kNoSlot) look_at_all(index->of_school(posting_.school));
    } else if (index != nullptr && !relaxed_.any_major) {
      const GraduateList& by_major = index->by_major();
      for (const auto [major, affinity] : relaxed_.majors()) {
        for (const GraduateDigest& digest : by_major.digests(by_major.run(index_of(major)))) {
          if (is_main(digest.role())) look_at({segment, digest.row});
        }
      }
    } else {
      for (std::uint32_t row = 0; row < columns.size(); ++row) look_at({segment, row});
    }
  }

  void look_at(RowRef ref) {
    if (!passes_the_rest(ref)) return;
    const auto obstacle = only_obstacle(ref);
    if (!obstacle || unwished(ref) || snapshot_.graduates()[ref.segment].is_dead(ref.row)) return;
    for (std::size_t i = 0; i < relaxations_.size(); ++i) opens_[i] += removes(relaxations_[i], *obstacle);
  }

  // What no relaxation changes, but for the wishes.
  bool passes_the_rest(RowRef ref) const {
    const GraduateRow& row = segment(ref).row(ref.row);
    return row.status == GraduateStatus::seeking && !row.opt_out && relaxed_.passes(row) &&
           relaxed_.affinity(row.major) != 0 &&
           (posting_.kind != PostingKind::order_class ||
            (row.school != kNoSlot && row.school == posting_.school));
  }

  std::optional<Obstacle> only_obstacle(RowRef ref) const {
    const GraduateRow& row = segment(ref).row(ref.row);
    std::optional<Obstacle> only;
    int count = 0;
    const auto meets = [&](bool fails, const Obstacle& obstacle) {
      if (fails && ++count == 1) only = obstacle;
    };
    const auto rank = static_cast<unsigned>(rank_of(row.level));
    meets((asked_.ranks >> rank & 1U) == 0, {.kind = ChangeKind::min_level});
    meets(row.year < asked_.first_year || row.year > asked_.last_year, {.kind = ChangeKind::fresh_graduates});
    meets(asked_.affinity(row.major) == 0, {.kind = ChangeKind::majors_strict});
    for (std::size_t i = 0; i < posting_.required.size() && count < 2; ++i) {
      const auto [certificate, level] = posting_.required[i];
      const auto held = held_level(segment(ref).certificates(ref.row), certificate, asked_.as_of);
      meets(held < level, {.kind = ChangeKind::certificate_dropped, .item = i, .held = held});
    }
    return count == 1 ? only : std::nullopt;
  }

  bool unwished(RowRef ref) const {
    const auto wishes = segment(ref).wishes(ref.row);
    return segment(ref).row(ref.row).wishes_only && !wishes.empty() &&
           std::ranges::none_of(
               wishes, [&](RegionId wish) { return snapshot_.catalog().contains(wish, posting_.region); });
  }
  const GraduateSegment& segment(RowRef ref) const { return *snapshot_.graduates()[ref.segment].segment; }

  const Snapshot& snapshot_;
  const PostingFacts& posting_;
  std::span<const Relaxation> relaxations_;
  PostingQuery asked_;
  PostingQuery relaxed_;
  std::vector<std::uint64_t> opens_;
};

std::optional<std::int32_t> kth_score(const Ranking& ranking, const RankOptions& options) {
  if (options.k == 0 || ranking.results.size() < options.k) return std::nullopt;
  return ranking.results.back().scores.of(options.perspective);
}

}  // namespace

// A relaxed demand moves the scores of others too (the level, the share of certificates), and a posting has
// few demands: for the k-th score each relaxation is ranked.
Counterfactuals relaxations(const Snapshot& snapshot, const PostingFacts& posting, const RankOptions& options,
                            Ranker& ranker) {
  const auto all = for_all_pairs(options);
  const auto top = ranker.rank(snapshot, posting, all);
  Counterfactuals answer{.own_gates = top.own_gates, .kth_score = {}, .changes = {}};
  if (!answer.own_gates.empty()) return answer;
  answer.kth_score = kth_score(top, all);
  const auto relaxations = relaxations_of(posting);
  const auto opens = OpeningCount(snapshot, posting, all, relaxations).count();
  for (std::size_t i = 0; i < relaxations.size(); ++i) {
    const auto ranking = ranker.rank(snapshot, RelaxedPosting(posting, relaxations[i]).facts(), all);
    answer.changes.push_back(
        {.change = relaxations[i].change, .opens = opens[i], .kth_score = kth_score(ranking, all)});
  }
  return answer;
}

}  // namespace talentmatch
