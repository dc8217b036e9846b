#pragma once
// One graduate's side of an unlimited list: gates and both views of any card. Each thread has its own.

#include <cstdint>
#include <optional>
#include <span>

#include "engine/placement/choice_lists.hpp"
#include "engine/placement/claims.hpp"
#include "engine/placement/pair_set.hpp"
#include "engine/placement/scores/wish_index.hpp"
#include "engine/ranking/graduate_query.hpp"
#include "engine/ranking/posting_affinities.hpp"

namespace talentmatch {

// S descending, then tie order: smaller is wanted more.
using WishKey = std::uint64_t;
constexpr WishKey wish_key(std::int32_t graduate_view, std::uint32_t posting) {
  return std::uint64_t{1000U - static_cast<std::uint32_t>(graduate_view)} << 32 | posting;
}

// What all searches of a run share.
struct WishContext {
  const Field& field;
  const WishIndex& index;
  const Claims& claims;
  const PairSet& bans;
  Weights weights;
  Date as_of;
};

// The regions of one value, or all where it does not pay to part them.
struct RegionPart {
  std::int32_t value = 0;
  bool all = false;
};

class WishQuery {
 public:
  explicit WishQuery(const WishContext& context)
      : context_(context), filter_(context.field.snapshot(), RankOptions{}) {}

  void start(std::uint32_t graduate);

  const WishContext& context() const { return context_; }
  const WishIndex& index() const { return context_.index; }
  std::uint32_t graduate() const { return graduate_; }
  Slot school() const { return query_.graduate.school; }
  std::span<const KeyAffinity> keys() const { return affinities_.keys; }
  std::span<const RegionClass> regions() const { return query_.regions.classes(); }
  std::span<const CertificateLevelPair> holdings() const { return query_.holdings(); }
  std::span<const Slot> tied_employers() const { return query_.tied_employers(); }
  std::int32_t tie(Slot employer) const { return query_.tie(employer); }

  bool admits(const CardGroup& group) const { return (query_.ranks >> group.min_rank & 1U) != 0; }
  // E's points for the level, -1 if the level, the kind or fresh_graduates fails.
  template <class Card>
  std::int32_t level_points(const Card& card) const {
    return query_.level_points(card.traits);
  }
  std::int32_t level_points(std::uint8_t min_rank) const {
    return query_.points.level(query_.level_values[min_rank]);
  }
  template <class Card>
  std::int32_t region_value(const Card& card) const {
    return query_.regions.value(RegionId{card.area});
  }
  static constexpr std::int32_t kExcluded = RegionValues::kExcluded;
  std::int32_t pay_value(std::int32_t offer) const {
    return talentmatch::pay_value(offer, query_.graduate.expected_pay);
  }
  // The card's, without a division: an offer below 2^16 leaves too little error to reach the next value. Of
  // an offer that the digest does not hold, at least the card's.
  std::int32_t pay_value(const CardDigest& digest) const {
    if (digest.offer == 0 || query_.graduate.expected_pay == 0) return 50;
    if (digest.offer == CardDigest::kMostOffer) return 100;
    return static_cast<std::int32_t>(std::min<std::uint64_t>(100, digest.offer * pay_factor_ >> kPayShift));
  }
  std::int32_t expected_pay() const { return query_.graduate.expected_pay; }
  const PointTables& points() const { return query_.points; }

  std::int32_t own_view(std::int32_t affinity, std::int32_t region, std::int32_t pay,
                        std::int32_t tie) const {
    const PointTables& p = query_.points;
    return p.region(region) + p.s_major(affinity) + p.pay(pay) + p.s_tie(tie);
  }
  std::int32_t employer_view(std::int32_t affinity, std::int32_t certificates, std::int32_t level_points,
                             std::int32_t tie) const {
    const PointTables& p = query_.points;
    return p.e_major(affinity) + p.certificates(certificates) + level_points + p.e_tie(tie);
  }

  // The most that the card's can be.
  std::int32_t affinity(const CardDigest& digest) const { return affinities_.of[digest.key]; }
  std::int32_t affinity(const PostingCard& card) const;
  // Of several entries the first with the highest affinity owns the posting, so that it is met once; entries
  // of the common 20 points are found under their category group.
  bool owns(KeyAffinity key, const PostingCard& card) const {
    if (card.majors <= 1 && key.affinity != kFamilyAffinity) return true;
    return owns_of_several(key, card);
  }
  // False only if the key does not own the card.
  bool may_own(KeyAffinity key, const CardDigest& digest) const {
    return key.affinity != kFamilyAffinity || digest.key > affinities_.any ||
           affinity(digest) <= kFamilyAffinity;
  }
  // What the gate asks beyond affinity.
  bool fails_major_gate(const PostingCard& card) const {
    return card.judges_major() && query_.fails_major_gate(context_.field.snapshot().catalog(),
                                                          card.majors_strict, card.kind(), entries(card));
  }
  // Value of the certificates that the posting asks for, -1: a required one is not held.
  std::int32_t certificates(std::uint32_t posting) const;
  // The first that it asks for and the graduate holds.
  std::optional<CertificateId> first_held(std::uint32_t posting) const;

 private:
  std::span<const EntryId> entries(const PostingCard& card) const {
    if (card.has_all_entries()) return std::span{card.entries}.first(card.majors);
    return columns(card.posting).majors(row(card.posting));
  }
  bool owns_of_several(KeyAffinity key, const PostingCard& card) const;
  const PostingColumns& columns(std::uint32_t posting) const {
    return *context_.field.snapshot().postings()[context_.field.posting_ref(posting).segment].segment;
  }
  std::uint32_t row(std::uint32_t posting) const { return context_.field.posting_ref(posting).row; }

  static constexpr unsigned kPayShift = 40;

  WishContext context_;
  PostingFilter filter_;
  GraduateQuery query_;
  PostingAffinities affinities_;
  std::optional<MajorId> affinities_of_;
  std::uint32_t graduate_ = 0;
  std::uint64_t pay_factor_ = 0;  // value of one yuan, shifted, rounded up
};

}  // namespace talentmatch
