#include "engine/placement/able_postings.hpp"

#include <algorithm>

#include <tbb/parallel_for.h>

#include "engine/ranking/ranker.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {
namespace {

class Members {
 public:
  Members(const Field& field, std::span<const std::uint8_t> members) : field_(field) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_major;
    for (std::uint32_t g = 0; g < members.size(); ++g) {
      if (members[g] == 0) continue;
      const GraduateFacts facts = field.graduate(g);
      by_major.emplace_back(index_of(facts.major), g);
      highest_ = std::max(highest_, rank_of(facts.level));
      kinds_ = static_cast<KindSet>(kinds_ | facts.kinds);
    }
    by_major_ = RowLists(by_major);
  }

  bool one_passes(std::uint32_t posting, Date as_of) const {
    const PostingFacts facts = field_.posting(posting);
    if (facts.min_rank > highest_ || (kinds_ & kind_bit(facts.kind)) == 0) return false;
    const auto passes = [&](std::uint32_t g) {
      const GraduateFacts graduate = field_.graduate(g);
      return failed_gates(graduate, facts, pair_context(field_.snapshot(), graduate, facts, as_of)).empty();
    };
    if (facts.majors.empty()) return std::ranges::any_of(by_major_.all(), passes);
    return std::ranges::any_of(facts.majors, [&](EntryId entry) {
      const auto related = field_.snapshot().catalog().related(entry);
      return std::ranges::any_of(related, [&](const Catalog::RelatedMajor& major) {
        return std::ranges::any_of(by_major_[index_of(major.major)], passes);
      });
    });
  }

 private:
  const Field& field_;
  RowLists by_major_;
  int highest_ = 0;
  KindSet kinds_ = 0;
};

}  // namespace

std::vector<std::uint8_t> able_postings(const Field& field, std::span<const std::uint8_t> members,
                                        std::span<const std::uint32_t> asked, Date as_of) {
  const Members group(field, members);
  std::vector<std::uint8_t> able(field.postings());
  tbb::parallel_for(std::size_t{0}, asked.size(),
                    [&](std::size_t i) { able[asked[i]] = group.one_passes(asked[i], as_of) ? 1 : 0; });
  return able;
}

}  // namespace talentmatch
