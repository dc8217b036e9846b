#pragma once
// One graduate's side of an unlimited list: gates and both views of any posting. Each thread has its own.

#include <cstdint>
#include <optional>
#include <span>

#include "engine/placement/choice_lists.hpp"
#include "engine/placement/claims.hpp"
#include "engine/placement/pair_set.hpp"
#include "engine/placement/scores/posting_tiers.hpp"
#include "engine/ranking/graduate_query.hpp"
#include "engine/ranking/posting_affinities.hpp"

namespace talentmatch {

// S descending, then tie order: smaller is wanted more.
using WishKey = std::uint64_t;
constexpr WishKey wish_key(std::int32_t graduate_view, std::uint32_t posting) {
  return std::uint64_t{1000U - static_cast<std::uint32_t>(graduate_view)} << 32 | posting;
}
inline constexpr WishKey kNoWishLimit = ~WishKey{0};

// What all searches of a run share.
struct WishContext {
  const Field& field;
  const WishIndex& index;
  const PostingTiers& tiers;
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
  Level level() const { return query_.graduate.level; }
  Slot school() const { return query_.graduate.school; }
  std::span<const TierId> tiers() const { return context_.tiers.of(query_.graduate.major); }
  std::span<const RegionClass> regions() const { return query_.regions.classes(); }
  std::span<const CertificateLevelPair> holdings() const { return query_.holdings(); }
  std::span<const Slot> tied_employers() const { return query_.tied_employers(); }
  std::int32_t tie(Slot employer) const { return query_.tie(employer); }

  // E's points for the level, -1 if the level, the kind or fresh_graduates fails.
  template <class Posting>
  std::int32_t level_points(const Posting& posting) const {
    return query_.level_points(posting.traits);
  }
  template <class Posting>
  std::int32_t region_value(const Posting& posting) const {
    return query_.regions.value(RegionId{posting.area});
  }
  static constexpr std::int32_t kExcluded = RegionValues::kExcluded;
  // Does a run meet it in this part?
  bool is_in(const RegionPart& part, std::int32_t region) const {
    return part.all ? region != kExcluded : region == part.value;
  }
  std::int32_t pay_value(std::int32_t offer) const {
    return talentmatch::pay_value(offer, query_.graduate.expected_pay);
  }
  // The posting's, without a division: an offer below 2^16 leaves too little error to reach the next value.
  // Of an offer that the entry does not hold, at least the posting's.
  std::int32_t pay_value(const ListedPosting& posting) const {
    if (posting.offer == 0 || query_.graduate.expected_pay == 0) return 50;
    if (posting.offer == ListedPosting::kMostOffer) return 100;
    return static_cast<std::int32_t>(std::min<std::uint64_t>(100, posting.offer * pay_factor_ >> kPayShift));
  }
  const PointTables& points() const { return query_.points; }

  std::int32_t own_view(std::int32_t affinity, std::int32_t region, std::int32_t pay,
                        std::int32_t tie) const {
    const PointTables& p = query_.points;
    return p.region(region) + p.s_major(affinity) + p.pay(pay) + p.s_tie(tie);
  }
  // At least S of a posting met in a tier.
  std::int32_t own_view(const ListedPosting& posting, std::int32_t region) const {
    return own_view(posting.affinity, region, pay_value(posting), 0);
  }
  std::int32_t employer_view(std::int32_t affinity, std::int32_t certificates, std::int32_t level_points,
                             std::int32_t tie) const {
    const PointTables& p = query_.points;
    return p.e_major(affinity) + p.certificates(certificates) + level_points + p.e_tie(tie);
  }

  // The most that it can be; is it?
  std::int32_t most_affinity(const ListedPosting& posting) const { return affinities_.of[posting.key]; }
  bool says_affinity(const ListedPosting& posting) const { return posting.key <= affinities_.any; }
  std::int32_t affinity(std::uint32_t posting) const;
  // A posting of a category group's tier lies in a better one too, or fails the major gate.
  bool belongs_in(TierId tier, const ListedPosting& posting) const {
    if (!tier.is_family) return true;
    if (posting.key < affinities_.any) return most_affinity(posting) <= kFamilyAffinity;
    return affinity(posting.posting) <= kFamilyAffinity && !fails_major_gate(posting.posting);
  }
  // What the gate asks beyond affinity.
  bool fails_major_gate(std::uint32_t posting) const;
  // Value of the certificates that the posting asks for, -1: a required one is not held.
  std::int32_t certificates(std::uint32_t posting) const;
  // Does it ask for one that the graduate holds? The first such.
  bool holds_asked(std::uint32_t posting) const {
    return (index().card(posting).asked & held_) != 0 && first_held(posting).has_value();
  }
  std::optional<CertificateId> first_held(std::uint32_t posting) const;

 private:
  const PostingColumns& columns(RowRef ref) const {
    return *context_.field.snapshot().postings()[ref.segment].segment;
  }

  static constexpr unsigned kPayShift = 40;

  WishContext context_;
  PostingFilter filter_;
  GraduateQuery query_;
  PostingAffinities affinities_;
  std::optional<MajorId> affinities_of_;
  std::uint32_t graduate_ = 0;
  std::uint32_t held_ = 0;        // certificate_bit of each
  std::uint64_t pay_factor_ = 0;  // value of one yuan, shifted, rounded up
};

}  // namespace talentmatch
