#include "engine/placement/verify/score_verifier.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

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
    held_ = 0;
    for (const auto& held : query_.holdings()) held_ |= asked_bit(held.certificate);
    if (query_.graduate.school != kNoSlot) look_at_each(doors_.order_classes(query_.graduate.school), 100);
    for (const Slot employer : query_.tied_employers()) {
      look_at_each(doors_.of_employer(employer), query_.tie(employer));
    }
    for (const auto& held : query_.holdings()) look_at_each(doors_.requiring(held.certificate), 0);
    look_under(doors_.open_to_any(), Catalog::kAnyMajorAffinity, true);
    const Catalog& catalog = outcome_.field.snapshot().catalog();
    for (const auto& related : catalog.related(query_.graduate.major)) {
      if (related.affinity <= kFamilyAffinity || !may_like(related.affinity, best_region())) break;
      look_under(doors_.under(related.entry), related.affinity,
                 catalog.names(related.entry, query_.graduate.major));
    }
    look_under(doors_.under_family(catalog.family_of(query_.graduate.major)), kFamilyAffinity, true);
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
  // The best order (spec 3: E descending) that these values can give anywhere.
  std::int32_t order(std::int32_t affinity, std::int32_t certificates, std::int32_t level,
                     std::int32_t tie) const {
    const auto& w = outcome_.weights.employer;
    return -(points(w[0], affinity) + points(w[1], certificates) + points(w[2], level) + points(w[3], tie));
  }

  // A strict posting that no such entry names fails, or is met under one that does.
  void look_under(std::span<const DoorGroup> groups, std::int32_t affinity, bool named) {
    if (!may_like(affinity, best_region())) return;
    for (const DoorGroup& group : groups) {
      if (!admits(group) || (group.strict && !named)) continue;
      const std::int32_t certificates = !group.asks ? 50 : query_.holdings().empty() ? 0 : 100;
      const auto best = order(affinity, certificates, query_.level_values[group.min_rank], 0);
      if (!may_enter(doors_.doors(group.all).front(), best)) continue;
      if (group.cells.first == group.cells.last) {
        look_at(doors_.doors(group.all), best, affinity);
        continue;
      }
      const auto classes = query_.regions.classes();
      for (const RegionClass& one : classes) {
        if (!may_like(affinity, one.value)) break;
        if (&one == &classes.back()) {  // everywhere else
          look_at(doors_.doors(group.all), best, affinity);
          continue;
        }
        for (const RegionRange range : one.ranges) {
          for (const DoorCell& cell : doors_.cells(group, range)) {
            if (query_.regions.value(cell.region) == one.value) {
              look_at(doors_.doors(cell.doors), best, affinity);
            }
          }
        }
      }
    }
  }

  // Gates that all postings of a group pass or fail together.
  template <class Posting>  // DoorGroup or Door
  bool admits(const Posting& p) const {
    return (query_.ranks >> p.min_rank & 1U) != 0 && (query_.kinds & kind_bit(p.kind)) != 0 &&
           query_.fresh[static_cast<std::size_t>(p.fresh)];
  }
  // Postings from the easiest on, for one whose order there is `best` at most and who has this affinity to
  // them at least.
  void look_at(std::span<const Door> doors, std::int32_t best, std::int32_t affinity) {
    const auto shut =
        std::ranges::partition_point(doors, [&](const Door& door) { return may_enter(door, best); });
    for (auto door = doors.begin(); door != shut; ++door) {
      if (!may_prefer(*door, affinity, 0)) continue;
      if (may_enter(*door, order_at(*door, affinity, 0))) judge(door->posting);
    }
  }
  // Postings of all kinds, from the easiest on.
  void look_at_each(std::span<const Door> doors, std::int32_t tie) {
    for (const Door& door : doors) {
      if (!may_enter(door, order(100, 100, 100, tie))) return;
      if (!admits(door) || !may_prefer(door, 100, tie)) continue;
      const auto affinity = most_affinity(door);
      if (affinity == 0 || !may_prefer(door, affinity, tie)) continue;
      if (may_enter(door, order_at(door, affinity, tie))) judge(door.posting);
    }
  }
  bool may_enter(const Door& door, std::int32_t order) const {
    if (order != door.bar_order) return order < door.bar_order;
    return !outcome_.rules.local.empty() || outcome_.rules.lottery[graduate_] <= door.bar_lottery;
  }
  std::int32_t order_at(const Door& door, std::int32_t affinity, std::int32_t tie) const {
    const std::int32_t certificates = door.asked == 0 ? 50 : (door.asked & held_) == 0 ? 0 : 100;
    return order(affinity, certificates, query_.level_values[door.min_rank], tie);
  }
  std::int32_t most_affinity(const Door& door) const {
    if (door.entry_count == 0) return Catalog::kAnyMajorAffinity;
    if (door.entry_count > kDoorEntries) return 100;
    std::int32_t most = 0;
    for (std::size_t i = 0; i < door.entry_count; ++i) {
      most = std::max<std::int32_t>(most, query_.affinities[index_of(door.entries[i])]);
    }
    return most;
  }
  bool may_prefer(const Door& door, std::int32_t affinity, std::int32_t tie) const {
    if (query_.regions.excludes(door.region)) return false;
    return prefers(own_view(affinity, query_.regions.value(door.region),
                            pay_value(door.offer, query_.graduate.expected_pay), tie),
                   door.posting);
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
  std::uint64_t held_ = 0;  // asked_bit of each
  Verification* found_ = nullptr;
  std::vector<std::uint32_t> blocking_;
};

// Who takes part, those of one major together: they look through the same doors.
std::vector<std::pair<MajorId, std::uint32_t>> by_major(const ScoreOutcome& outcome) {
  std::vector<std::pair<MajorId, std::uint32_t>> graduates;
  for (std::uint32_t g = 0; g < outcome.field.graduates(); ++g) {
    if (!outcome.contest.has_left(g)) graduates.emplace_back(outcome.field.graduate(g).major, g);
  }
  std::ranges::sort(graduates);
  return graduates;
}

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
  const auto graduates = by_major(outcome);
  Verification found;
  const auto bars = all_bars(taken, outcome.contest, found);
  const DoorLists doors(outcome.field, bars);
  tbb::enumerable_thread_specific<Looker> lookers([&] { return Looker(outcome, bars, doors); });
  using Range = tbb::blocked_range<std::size_t>;
  const auto look = [&](const Range& range, Verification sum) {
    Looker& looker = lookers.local();
    for (auto i = range.begin(); i != range.end(); ++i) looker.look(graduates[i].second, sum);
    return sum;
  };
  return tbb::parallel_reduce(Range(0, graduates.size()), Verification{}, look, std::plus<>{}) + found;
}

}  // namespace talentmatch::verify
