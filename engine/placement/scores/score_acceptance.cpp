#include "engine/placement/scores/score_acceptance.hpp"

#include <algorithm>
#include <functional>

#include "engine/placement/scores/luck_bands.hpp"
#include "engine/placement/scores/wish_search.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kFew = 32;

class ScoreSource {
 public:
  struct Worker {
    WishSearch search;
    FewBest best;
  };

  ScoreSource(const ContestTerms& contest, const WishContext& wishes, const Cutoffs& cutoffs,
              std::size_t wide)
      : contest_(contest),
        wishes_(wishes),
        cutoffs_(cutoffs),
        short_cutoffs_(wishes.field.graduates(), cutoffs, wishes.field.postings()),
        tiers_(wishes.tiers, wishes.field, wishes.weights, wide),
        some_reserved_(std::ranges::any_of(contest.terms, [](auto& terms) { return terms.reserved > 0; })),
        asked_(wishes.field.graduates()),
        choices_(std::size_t{wishes.field.graduates()} * kFew) {}

  // The luckiest of those who have not asked yet is `graduate`.
  void refresh(std::uint32_t graduate) {
    const auto claim = short_cutoffs_.shorten(contest_.claims.ordinary(graduate, 0));
    tiers_.refresh(short_cutoffs_, claim & ShortClaims::kTails);
  }

  Worker worker() { return {WishSearch(wishes_, cutoffs_, short_cutoffs_, tiers_), FewBest(kFew)}; }

  std::optional<Proposal> next(std::uint32_t graduate, Worker& worker) {
    Asked& asked = asked_[graduate];
    if (asked.next == asked.count) {
      if (asked.all) return std::nullopt;
      look(graduate, worker);
      if (asked.count == 0) return std::nullopt;
    }
    const Choice& choice = choices_[graduate * kFew + asked.next++];
    return Proposal{choice.posting, contest_.claims.by_score(graduate, choice.posting, choice.employer_view)};
  }
  void tightened(std::uint32_t posting, Claim weakest) { short_cutoffs_.tighten(posting, weakest); }
  const Choice& last_asked(std::uint32_t graduate) const {
    return choices_[graduate * kFew + asked_[graduate].next - 1];
  }

 private:
  struct Asked {
    std::uint8_t count = 0;
    std::uint8_t next = 0;
    bool all = false;  // there are no others
  };

  void look(std::uint32_t graduate, Worker& worker) {
    worker.search.find(graduate, !some_reserved_ || contest_.is_member(graduate), worker.best);
    const auto found = worker.best.sorted();
    for (std::size_t i = 0; i < found.size(); ++i) choices_[graduate * kFew + i] = found[i].choice;
    asked_[graduate] = {.count = static_cast<std::uint8_t>(found.size()), .all = found.size() < kFew};
  }

  const ContestTerms& contest_;
  const WishContext& wishes_;
  const Cutoffs& cutoffs_;
  ShortCutoffs short_cutoffs_;
  OpenTiers tiers_;
  bool some_reserved_;  // if not, all take part as members do
  std::vector<Asked> asked_;
  std::vector<Choice> choices_;
};

// Progress of the part [first, first + size) of all.
std::function<void(int)> part_of(const PlacementControl& control, std::size_t first, std::size_t size,
                                 std::size_t all) {
  if (!control.progress) return {};
  return [&control, first, size, all](int done) {
    control.progress(static_cast<int>((first * 1000 + size * static_cast<std::size_t>(done)) / all));
  };
}

}  // namespace

std::optional<ScoreAcceptance> accept_by_scores(const ContestTerms& contest, const WishContext& wishes,
                                                std::span<const std::uint32_t> graduates,
                                                const PlacementControl& control) {
  Proposals proposals(contest);
  ScoreSource source(contest, wishes, proposals.cutoffs(), control.wide_tier);
  std::size_t first = 0;
  const bool finished = for_each_luck_band(wishes, graduates, [&](auto luckiest, auto band) {
    source.refresh(luckiest);
    const PlacementControl part{.progress = part_of(control, first, band.size(), graduates.size()),
                                .cancel = control.cancel};
    first += band.size();
    return proposals.run(source, band, part);
  });
  if (!finished) return std::nullopt;
  ScoreAcceptance result{std::vector<Choice>(wishes.field.graduates(), {.posting = kUnplaced}),
                         proposals.limits()};
  for (std::uint32_t p = 0; p < contest.terms.size(); ++p) {
    proposals.holders(p).for_each([&](Claim claim) {
      const auto graduate = contest.claims.graduate_of(claim);
      result.granted[graduate] = source.last_asked(graduate);
    });
  }
  return result;
}

}  // namespace talentmatch
