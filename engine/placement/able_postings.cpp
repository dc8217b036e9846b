#include "engine/placement/able_postings.hpp"

#include <algorithm>

#include <tbb/parallel_for.h>

#include "engine/ranking/ranker.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

class Members {
 public:
  Members(const Field& field, std::span<const std::uint8_t> members, Date as_of)
      : field_(field), as_of_(as_of) {
    Pairs fresh;
    Pairs others;
    Pairs holders;
    Pairs pupils;
    for (std::uint32_t g = 0; g < members.size(); ++g) {
      if (members[g] == 0) continue;
      const GraduateFacts facts = field.graduate(g);
      (facts.year >= year_of(as_of) ? fresh : others).emplace_back(index_of(facts.major), g);
      for (const Holding& held : facts.certificates) holders.emplace_back(index_of(held.certificate), g);
      if (facts.school != kNoSlot) pupils.emplace_back(facts.school, g);
      highest_ = std::max(highest_, rank_of(facts.level));
      kinds_ = static_cast<KindSet>(kinds_ | facts.kinds);
    }
    fresh_ = RowLists(fresh);
    others_ = RowLists(others);
    holders_ = RowLists(holders);
    pupils_ = RowLists(pupils);
  }

  // Looks at those first of whom most pass: a posting for which nobody does is looked through to the end.
  bool one_passes(std::uint32_t posting) const {
    const PostingFacts facts = field_.posting(posting);
    if (facts.min_rank > highest_ || (kinds_ & kind_bit(facts.kind)) == 0) return false;
    if (facts.kind == PostingKind::order_class) {
      return facts.school != kNoSlot && any_passes(pupils_[facts.school], facts);
    }
    if (!facts.required.empty()) {
      return any_passes(holders_[index_of(facts.required.front().certificate)], facts);
    }
    return (facts.fresh != FreshGraduates::excluded && one_passes(fresh_, facts)) ||
           (facts.fresh != FreshGraduates::only && one_passes(others_, facts));
  }

 private:
  bool one_passes(const RowLists& by_major, const PostingFacts& facts) const {
    if (facts.majors.empty()) return any_passes(by_major.all(), facts);
    return std::ranges::any_of(facts.majors, [&](EntryId entry) {
      const auto related = field_.snapshot().catalog().related(entry);
      return std::ranges::any_of(related, [&](const Catalog::RelatedMajor& major) {
        return any_passes(by_major[index_of(major.major)], facts);
      });
    });
  }
  bool any_passes(std::span<const std::uint32_t> graduates, const PostingFacts& facts) const {
    return std::ranges::any_of(graduates, [&](std::uint32_t g) {
      const GraduateFacts graduate = field_.graduate(g);
      return failed_gates(graduate, facts, pair_context(field_.snapshot(), graduate, facts, as_of_)).empty();
    });
  }

  const Field& field_;
  Date as_of_;
  RowLists fresh_;  // by major, those who graduate this year or later
  RowLists others_;
  RowLists holders_;  // by certificate
  RowLists pupils_;   // by school
  int highest_ = 0;
  KindSet kinds_ = 0;
};

}  // namespace

std::vector<std::uint8_t> able_postings(const Field& field, std::span<const std::uint8_t> members,
                                        std::span<const std::uint32_t> asked, Date as_of) {
  const Members group(field, members, as_of);
  std::vector<std::uint8_t> able(field.postings());
  tbb::parallel_for(std::size_t{0}, asked.size(),
                    [&](std::size_t i) { able[asked[i]] = group.one_passes(asked[i]) ? 1 : 0; });
  return able;
}

}  // namespace talentmatch
