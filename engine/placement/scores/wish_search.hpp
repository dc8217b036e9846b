#pragma once
// The best few postings that still take a graduate, of an unlimited list that is never made: from the best
// (key, region) on; blocks and cards whose cutoff keeps the graduate out are passed by. A posting is met
// once: under its employer, if there is a tie with it; else under the first certificate that it asks for and
// the graduate holds; else under the entry that owns it. Each thread has its own.

#include <cstdint>

#include "engine/placement/scores/few_best.hpp"
#include "engine/placement/scores/wish_cutoffs.hpp"
#include "engine/placement/scores/wish_query.hpp"

namespace talentmatch {

class WishSearch {
 public:
  WishSearch(const WishContext& context, const Cutoffs& cutoffs, WishCutoffs& short_cutoffs)
      : query_(context), cutoffs_(cutoffs), short_cutoffs_(short_cutoffs) {}

  // `member` = of the reserve's group, or no seat is reserved.
  void find(std::uint32_t graduate, bool member, FewBest& best);

 private:
  enum class Source : std::uint8_t { common, certificate, employer, order_classes };

  struct Pass {  // what all cards of a run have in common
    Source source = Source::common;
    KeyAffinity key{};            // `common`
    std::int32_t tie = 0;         // the most that it is worth
    std::int32_t asking = 0;      // the most that certificates are worth to a posting that asks for some
    CertificateId certificate{};  // `certificate`
    std::uint32_t claim = 0;      // in short, the best that any card can be given
    RegionPart part{.value = 0, .all = true};
  };

  void search_common();
  void search_lists();
  void scan(CardRun run, const Pass& pass);
  // Judged by the digest.
  bool may_take(std::uint32_t place, const Pass& pass) const;
  void consider(std::uint32_t place, const Pass& pass);
  // What only this source has to check; the value of the certificates, -1 if the card is not to be taken
  // here.
  std::int32_t certificates_in(const PostingCard& card, const Pass& pass) const;
  // By the short cutoff, which is that of members; by the whole one only where that does not say it.
  bool takes(std::uint32_t place, std::uint32_t posting, std::int32_t employer_view, const Pass& pass) const;
  std::uint32_t claim_with(std::int32_t employer_view) const {
    return short_cutoffs_.shorten(query_.context().claims.ordinary(query_.graduate(), employer_view));
  }

  WishQuery query_;
  const Cutoffs& cutoffs_;
  WishCutoffs& short_cutoffs_;
  bool member_ = false;
  FewBest* best_ = nullptr;
};

}  // namespace talentmatch
