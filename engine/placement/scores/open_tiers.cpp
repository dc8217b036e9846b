#include "engine/placement/scores/open_tiers.hpp"

#include <tbb/parallel_for.h>

namespace talentmatch {

OpenTiers::OpenTiers(const PostingTiers& tiers, const Field& field, const Weights& weights, std::size_t wide)
    : tiers_(tiers), wide_(wide), place_(std::size_t{tiers.size()} * kRanks, kNone) {
  points_.fill(weights, Perspective::mutual);
  for (std::uint32_t g = 0; g < field.graduates(); ++g) {
    const GraduateFacts facts = field.graduate(g);
    for (const TierId tier : tiers.of(facts.major)) need(tier.number, rank_of(facts.level));
  }
  open_.resize(sources_.size());
  tbb::parallel_for(std::size_t{0}, sources_.size(), [&](std::size_t i) { fill(sources_[i], open_[i]); });
}

void OpenTiers::need(std::uint32_t tier, int rank) {
  auto& place = place_[tier * kRanks + static_cast<std::size_t>(rank)];
  if (place != kNone) return;
  place = static_cast<std::uint32_t>(sources_.size());
  sources_.push_back({tier, rank});
}

void OpenTiers::fill(const Source& source, OpenTier& tier) const {
  std::vector<ListedPosting> open;
  for (const ListedPosting& posting : tiers_.tier(source.tier).all()) {
    if (min_rank_of(posting.traits) <= source.rank) open.push_back(posting);
  }
  tier.open.assign(open, wide_);
}

void OpenTiers::refresh(const ShortCutoffs& cutoffs, std::uint32_t least) {
  least_ = least;
  tbb::parallel_for(std::size_t{0}, sources_.size(),
                    [&](std::size_t i) { refresh(sources_[i], cutoffs, open_[i]); });
}

void OpenTiers::refresh(const Source& source, const ShortCutoffs& cutoffs, OpenTier& tier) const {
  std::vector<ListedPosting> open;
  std::vector<ListedPosting> shut;
  const auto sort_out = [&](ListedPosting posting) {
    const auto level = level_value(source.rank, min_rank_of(posting.traits));
    const auto employer_view = points_.e_major(posting.affinity) +
                               points_.certificates(asks_certificates(posting.traits) ? 0 : 50) +
                               points_.level(level);
    const auto order = static_cast<std::uint32_t>(1000 - employer_view);
    const auto cutoff = cutoffs.of(posting.posting);
    const auto last_order = cutoff >> ShortClaims::kTailBits;
    if (last_order < order) return;
    posting.weakest = last_order > order ? ListedPosting::kAnyTail : cutoff & ShortClaims::kTails;
    (posting.weakest >= least_ ? open : shut).push_back(posting);
  };
  for (const ListedPosting& posting : tier.open.all()) sort_out(posting);
  for (const ListedPosting& posting : tier.shut) sort_out(posting);
  // What was shut stays so, or is gone: `least` does not fall, so the open ones keep their order.
  tier.open.assign(open, wide_);
  tier.shut = std::move(shut);
}

}  // namespace talentmatch
