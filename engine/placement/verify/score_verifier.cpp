#include "engine/placement/verify/score_verifier.hpp"

#include <algorithm>
#include <functional>

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_reduce.h>

#include "engine/placement/verify/all_bars.hpp"
#include "engine/placement/verify/door_lists.hpp"
#include "engine/ranking/graduate_query.hpp"
#include "engine/ranking/ranker.hpp"

namespace talentmatch::verify {
namespace {

class Looker {  // one thread's
 public:
  Looker(const ScoreOutcome& outcome, std::span<const Bars> bars, const DoorLists& doors)
      : outcome_(outcome), bars_(bars), doors_(doors), filter_(outcome.field.snapshot(), RankOptions{}) {}

  void look(std::uint32_t graduate, Verification& found) {
    graduate_ = graduate;
    found_ = &found;
    blocking_.clear();
    member_ = outcome_.contest.is_member(graduate);
    got_ = outcome_.granted[graduate];
    RankOptions options;
    options.weights = outcome_.weights;
    options.as_of = outcome_.as_of;
    query_.fill(outcome_.field.snapshot(), outcome_.field.graduate(graduate), options, filter_);
    if (query_.graduate.school != kNoSlot)
      look_at(doors_.order_classes(query_.graduate.school), best_with(1000), 100, 100);
    for (const Slot employer : query_.tied_employers()) {
      const auto tie = query_.tie(employer);
      look_at(doors_.of_employer(employer), bound(100, 100, 100, tie), 100, tie);
    }
    for (const auto& held : query_.holdings()) {
      look_at(doors_.requiring(held.certificate), bound(100, 100, 100, 0), 100, 0);
    }
    look_under(doors_.open_to_any(), Catalog::kAnyMajorAffinity, true);
    const Catalog& catalog = outcome_.field.snapshot().catalog();
    for (const auto& related : catalog.related(query_.graduate.major)) {
      if (!may_like(related.affinity, best_region())) break;  // affinity only falls
      look_under(doors_.under(related.entry), related.affinity,
                 catalog.names(related.entry, query_.graduate.major));
    }
    std::ranges::sort(blocking_);
    found.blocking_pairs +=
        static_cast<std::uint64_t>(std::ranges::unique(blocking_).begin() - blocking_.begin());
  }

 private:
  std::int32_t best_region() const { return query_.regions.classes().front().value; }
  // Can a posting with this affinity and region, and no tie, be worth more than what was got?
  bool may_like(std::int32_t affinity, std::int32_t region) const {
    return got_.posting == kUnplaced || own_view(affinity, region, 100, 0) >= got_.graduate_view;
  }
  std::int32_t own_view(std::int32_t affinity, std::int32_t region, std::int32_t pay,
                        std::int32_t tie) const {
    const auto& w = outcome_.weights.graduate;
    return points(w[0], region) + points(w[1], affinity) + points(w[2], pay) + points(w[3], tie);
  }
  Standing bound(std::int32_t affinity, std::int32_t certificates, std::int32_t level,
                 std::int32_t tie) const {
    const auto& w = outcome_.weights.employer;
    return best_with(points(w[0], affinity) + points(w[1], certificates) + points(w[2], level) +
                     points(w[3], tie));
  }
  // The best that a graduate with this E can stand anywhere.
  Standing best_with(std::int32_t employer_view) const {
    const auto& groups = outcome_.rules.groups;
    return {.group = groups.empty() ? std::uint8_t{255} : groups[graduate_],
            .order = -employer_view,
            .lottery = outcome_.rules.lottery[graduate_],
            .graduate = graduate_};
  }

  // A strict posting that no such entry names fails, or is met under one that does.
  void look_under(std::span<const DoorGroup> groups, std::int32_t affinity, bool named) {
    if (!may_like(affinity, best_region())) return;
    for (const DoorGroup& group : groups) {
      if (!admits(group) || (group.strict && !named)) continue;
      const std::int32_t certificates = !group.asks ? 50 : query_.holdings().empty() ? 0 : 100;
      const Standing best = bound(affinity, certificates, query_.level_values[group.min_rank], 0);
      if (group.cells.first == group.cells.last) {
        look_at(doors_.doors(group.all), best, affinity, 0);
        continue;
      }
      const auto classes = query_.regions.classes();
      for (const RegionClass& one : classes) {
        if (!may_like(affinity, one.value)) break;
        if (&one == &classes.back()) {  // everywhere else
          look_at(doors_.doors(group.all), best, affinity, 0);
          continue;
        }
        for (const RegionRange range : one.ranges) {
          for (const DoorCell& cell : doors_.cells(group, range)) {
            if (query_.regions.value(cell.region) == one.value) {
              look_at(doors_.doors(cell.doors), best, affinity, 0);
            }
          }
        }
      }
    }
  }

  // Gates that all postings of a group pass or fail together.
  bool admits(const DoorGroup& group) const {
    return (query_.ranks >> group.min_rank & 1U) != 0 && (query_.kinds & kind_bit(group.kind)) != 0 &&
           query_.fresh[static_cast<std::size_t>(group.fresh)];
  }
  // Postings from the easiest on, for one whose standing is `best` at most, with no more affinity and tie.
  void look_at(std::span<const Door> doors, const Standing& best, std::int32_t affinity, std::int32_t tie) {
    const auto shut = std::ranges::partition_point(
        doors, [&](const Door& door) { return bars_[door.posting].members.admits(best); });
    for (auto door = doors.begin(); door != shut; ++door) {
      if (may_beat(*door, affinity, tie) && bars_[door->posting].of(member_).admits(best)) {
        judge(door->posting);
      }
    }
  }
  bool may_beat(const Door& door, std::int32_t affinity, std::int32_t tie) const {
    if (query_.regions.excludes(door.region)) return false;
    return got_.posting == kUnplaced ||
           own_view(affinity, query_.regions.value(door.region),
                    pay_value(door.offer, query_.graduate.expected_pay), tie) >= got_.graduate_view;
  }

  // Gates and scores by definition.
  void judge(std::uint32_t posting) {
    ++found_->pairs_checked;
    const PostingFacts facts = outcome_.field.posting(posting);
    const auto context = pair_context(outcome_.field.snapshot(), query_.graduate, facts, outcome_.as_of);
    const Scores both = scores(component_values(query_.graduate, facts, context), outcome_.weights);
    if (got_.posting == posting || !prefers(both.graduate_view, posting)) return;
    const Standing standing = outcome_.rules.by_score(graduate_, posting, both.employer_view);
    if (!bars_[posting].of(member_).admits(standing) || outcome_.bans.has(graduate_, posting)) return;
    if (failed_gates(query_.graduate, facts, context).empty()) blocking_.push_back(posting);
  }
  bool prefers(std::int32_t view, std::uint32_t posting) const {
    if (got_.posting == kUnplaced || view != got_.graduate_view) {
      return got_.posting == kUnplaced || view > got_.graduate_view;
    }
    return posting < got_.posting;
  }

  const ScoreOutcome& outcome_;
  std::span<const Bars> bars_;
  const DoorLists& doors_;
  PostingFilter filter_;
  GraduateQuery query_;
  std::uint32_t graduate_ = 0;
  bool member_ = false;
  Choice got_;
  Verification* found_ = nullptr;
  std::vector<std::uint32_t> blocking_;
};

}  // namespace

Verification verify_by_scores(const ScoreOutcome& outcome) {
  std::vector<Seat> taken;
  for (std::uint32_t g = 0; g < outcome.granted.size(); ++g) {
    const Choice& got = outcome.granted[g];
    if (got.posting == kUnplaced) continue;
    taken.push_back(
        {got.posting,
         {outcome.rules.by_score(g, got.posting, got.employer_view), outcome.contest.is_member(g)}});
  }
  Verification found;
  const auto bars = all_bars(taken, outcome.contest, found);
  const DoorLists doors(outcome.field, bars);
  tbb::enumerable_thread_specific<Looker> lookers([&] { return Looker(outcome, bars, doors); });
  using Range = tbb::blocked_range<std::uint32_t>;
  const auto look = [&](const Range& range, Verification sum) {
    Looker& looker = lookers.local();
    for (auto g = range.begin(); g != range.end(); ++g) {
      if (!outcome.contest.has_left(g)) looker.look(g, sum);
    }
    return sum;
  };
  return tbb::parallel_reduce(Range(0, outcome.field.graduates()), Verification{}, look, std::plus<>{}) +
         found;
}

}  // namespace talentmatch::verify
