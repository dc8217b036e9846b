#include "engine/placement/scores/posting_tiers.hpp"

#include <algorithm>
#include <utility>

#include <tbb/parallel_for.h>

#include "engine/ranking/graduate_query.hpp"
#include "engine/ranking/posting_index.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {

void PostingTier::assign(std::span<const ListedPosting> by_region, std::size_t wide) {
  postings_.assign(by_region.begin(), by_region.end());
  parts_.clear();
  if (postings_.size() < wide) return;
  std::uint32_t place = 0;
  const std::uint32_t last = postings_.empty() ? 0 : postings_.back().area;
  for (std::uint32_t region = 0; region <= last; region += kPartRegions) {
    while (postings_[place].area < region) ++place;
    parts_.push_back(place);
  }
  parts_.push_back(static_cast<std::uint32_t>(postings_.size()));
}

std::span<const ListedPosting> PostingTier::within(RegionRange regions) const {
  const auto part = [&](std::uint32_t region) {
    const std::size_t at = std::min<std::size_t>(region / kPartRegions, parts_.size() - 1);
    const auto end = parts_[std::min(at + 1, parts_.size() - 1)];
    return std::span{postings_}.subspan(parts_[at], end - parts_[at]);
  };
  const auto from = std::ranges::lower_bound(part(regions.first), regions.first, {}, &ListedPosting::area);
  const auto to = std::ranges::upper_bound(part(regions.last), regions.last, {}, &ListedPosting::area);
  return {std::to_address(from), std::to_address(to)};
}

class PostingTiers::Maker {
 public:
  explicit Maker(const WishIndex& index)
      : index_(index), catalog_(index.field().snapshot().catalog()), keys_(catalog_) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_key;
    for (std::uint32_t p = 0; p < index.postings(); ++p) {
      if (!index.card(p).is_common()) continue;
      const auto entries = index.entries(p);
      if (entries.empty()) by_key.emplace_back(keys_.any(), p);
      for (const EntryId entry : entries) {
        by_key.emplace_back(PostingKeys::of(entry), p);
        by_key.emplace_back(keys_.of_family(catalog_.family_of(entry)), p);
      }
    }
    by_key_ = RowLists(by_key);
  }

  std::vector<ListedPosting> of_any() const { return of_key(keys_.any(), Catalog::kAnyMajorAffinity); }
  // What its only entry does not say, the card does: the key tells so.
  std::vector<ListedPosting> of_family(std::uint8_t family) const {
    auto postings = of_key(keys_.of_family(family), kFamilyAffinity);
    for (ListedPosting& posting : postings) {
      if (index_.card(posting.posting).judges_major()) posting.key = keys_.several();
    }
    return postings;
  }
  // Those with an affinity above the family's, at most `most`, that pass the major gate.
  std::vector<ListedPosting> near_to(MajorId major, std::uint8_t above, std::uint8_t most) const {
    std::vector<ListedPosting> found;
    for (const RelatedEntry related : catalog_.related(major)) {
      if (related.affinity <= above) break;
      for (const auto posting : by_key_[PostingKeys::of(related.entry)]) {
        const PostingCard& card = index_.card(posting);
        const auto entries = index_.entries(posting);
        const auto affinity = best_affinity(major, entries);
        // Met under the first entry that gives the best affinity.
        if (affinity != related.affinity || affinity > most) continue;
        if (fails_major_gate(catalog_, major, card.majors_strict, card.kind(), entries)) continue;
        found.push_back(listed(posting, card, affinity));
      }
    }
    return by_region(std::move(found));
  }

 private:
  std::uint8_t best_affinity(MajorId major, std::span<const EntryId> entries) const {
    const auto affinities = catalog_.affinities(major);
    std::uint8_t best = 0;
    for (const EntryId entry : entries) best = std::max(best, affinities[index_of(entry)]);
    return best;
  }
  std::vector<ListedPosting> of_key(std::uint32_t key, std::uint8_t affinity) const {
    std::vector<ListedPosting> found;
    for (const auto posting : by_key_[key]) found.push_back(listed(posting, index_.card(posting), affinity));
    return by_region(std::move(found));
  }
  // Of several entries that are worth the same each has put it there once.
  static std::vector<ListedPosting> by_region(std::vector<ListedPosting> postings) {
    const auto place = [](const ListedPosting& p) { return std::pair{p.area, p.posting}; };
    std::ranges::sort(postings, {}, place);
    postings.erase(std::ranges::unique(postings, {}, place).begin(), postings.end());
    return postings;
  }

  const WishIndex& index_;
  const Catalog& catalog_;
  PostingKeys keys_;
  RowLists by_key_;
};

// The category groups' tiers come first, then the one of postings that name no majors, then two of each
// major.
PostingTiers::PostingTiers(const WishIndex& index, std::span<const MajorId> majors, std::size_t wide) {
  const Catalog& catalog = index.field().snapshot().catalog();
  const Maker make(index);
  const auto families = catalog.family_count();
  const auto any = static_cast<std::uint32_t>(families);
  tiers_.resize(families + 1 + 2 * majors.size());
  of_major_.resize(catalog.major_count());
  tbb::parallel_for(std::size_t{0}, families + 1 + majors.size(), [&](std::size_t i) {
    if (i < families) return tiers_[i].assign(make.of_family(static_cast<std::uint8_t>(i)), wide);
    if (i == families) return tiers_[i].assign(make.of_any(), wide);
    const auto first = families + 1 + 2 * (i - families - 1);
    const MajorId major = majors[i - families - 1];
    tiers_[first].assign(make.near_to(major, Catalog::kAnyMajorAffinity, 100), wide);
    tiers_[first + 1].assign(make.near_to(major, kFamilyAffinity, Catalog::kAnyMajorAffinity), wide);
  });
  for (std::size_t i = 0; i < majors.size(); ++i) {
    const auto nearest = any + 1 + 2 * static_cast<std::uint32_t>(i);
    add(majors[i], {.number = nearest, .affinity = 100});
    add(majors[i], {.number = any, .affinity = Catalog::kAnyMajorAffinity});
    add(majors[i], {.number = nearest + 1, .affinity = Catalog::kAnyMajorAffinity});
    add(majors[i], {.number = catalog.family_of(majors[i]), .affinity = kFamilyAffinity, .is_family = true});
  }
}

void PostingTiers::add(MajorId major, TierId tier) {
  OfMajor& own = of_major_[index_of(major)];
  if (!tiers_[tier.number].all().empty()) own.tiers[own.count++] = tier;
}

}  // namespace talentmatch
