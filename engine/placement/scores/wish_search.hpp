#pragma once
// The best few postings that still take a graduate, of an unlimited list that is never made: from the best
// (tier, region) on; those whose cutoff keeps the graduate out are passed by. A posting is met once: under
// its employer, if there is a tie with it; else under the first certificate that it asks for and the graduate
// holds; else in its tier. Each thread has its own.

#include <cstdint>

#include "engine/placement/scores/few_best.hpp"
#include "engine/placement/scores/open_tiers.hpp"
#include "engine/placement/scores/wish_query.hpp"

namespace talentmatch {

class WishSearch {
 public:
  WishSearch(const WishContext& context, const Cutoffs& cutoffs, const ShortCutoffs& short_cutoffs,
             const OpenTiers& tiers)
      : query_(context), cutoffs_(cutoffs), short_cutoffs_(short_cutoffs), tiers_(tiers) {}

  // `member` = of the reserve's group, or no seat is reserved. Keys from `limit` on are not looked for.
  void find(std::uint32_t graduate, bool member, FewBest& best, WishKey limit = kNoWishLimit);

 private:
  enum class Source : std::uint8_t { certificate, employer, order_classes };

  struct Pass {  // what all postings of a list have in common
    Source source = Source::certificate;
    std::int32_t tie = 0;         // the most that it is worth
    std::int32_t asking = 0;      // the most that certificates are worth to a posting that asks for some
    CertificateId certificate{};  // `certificate`
  };

  // Postings are looked through some at a time: first by their entries; what these do not turn away by the
  // cutoffs, fetched meanwhile; then by the cards, fetched meanwhile.
  static constexpr std::size_t kSome = 64;
  template <class MayWant, class MayEnter, class Consider>
  void scan(std::span<const ListedPosting> postings, MayWant&& may_want, MayEnter&& may_enter,
            Consider&& consider);

  void search_tiers();
  void search_lists();
  void scan_tier(TierId tier, std::span<const ListedPosting> postings, RegionPart part);
  bool may_want(const ListedPosting& posting, RegionPart part) const;
  bool may_enter(const ListedPosting& posting, std::int32_t employer_view) const {
    return claim_with(employer_view) <= short_cutoffs_.of(posting.posting);
  }
  std::int32_t common_view(const ListedPosting& posting) const;
  void consider_common(TierId tier, const ListedPosting& posting);
  void scan_list(std::span<const ListedPosting> postings, const Pass& pass);
  bool may_want(const ListedPosting& posting, const Pass& pass) const;
  void consider(const ListedPosting& posting, const Pass& pass);
  // What only this source has to check; the value of the certificates, -1 if the posting is not to be taken
  // here.
  std::int32_t certificates_in(std::uint32_t posting, const Pass& pass) const;
  // By the short cutoff, which is that of members; by the whole one only where that does not say it.
  bool takes(std::uint32_t posting, std::int32_t employer_view, Source source) const;
  bool takes_ordinary(std::uint32_t posting, std::int32_t employer_view) const;
  std::uint32_t claim_with(std::int32_t employer_view) const {
    return short_cutoffs_.shorten(query_.context().claims.ordinary(query_.graduate(), employer_view));
  }
  void take(std::uint32_t posting, std::int32_t graduate_view, std::int32_t employer_view);

  WishQuery query_;
  const Cutoffs& cutoffs_;
  const ShortCutoffs& short_cutoffs_;
  const OpenTiers& tiers_;
  bool member_ = false;
  std::uint32_t tail_ = 0;  // of the graduate's short claims
  FewBest* best_ = nullptr;
};

}  // namespace talentmatch
