#include "engine/placement/scores/wish_search.hpp"

#include <algorithm>
#include <array>

#include "engine/placement/scores/best_first.hpp"

namespace talentmatch {

void WishSearch::find(std::uint32_t graduate, bool member, FewBest& best, WishKey limit) {
  member_ = member;
  best_ = &best;
  best.clear(limit);
  query_.start(graduate);
  tail_ = claim_with(0) & ShortClaims::kTails;
  search_tiers();
  search_lists();
}

// Those that ask for certificates the graduate holds are met elsewhere, so they are worth nothing here.
void WishSearch::search_tiers() {
  const auto tier_of = [this](TierId tier) -> const OpenTier& { return tiers_.of(tier, query_.level()); };
  for_each_run_best_first(
      query_, [&](TierId tier) -> const PostingTier& { return tier_of(tier).open; },
      [this] { return best_->limit(); },
      [this](TierId tier, std::span<const ListedPosting> postings, RegionPart part) {
        scan_tier(tier, postings, part);
      });
  if (tail_ >= tiers_.least() || query_.regions().empty()) return;
  for (const TierId tier : query_.tiers()) {
    const auto bound = query_.own_view(tier.affinity, query_.regions().front().value, 100, 0);
    if (wish_key(bound, 0) >= best_->limit()) return;
    scan_tier(tier, tier_of(tier).shut, {.value = 0, .all = true});
  }
}

template <class MayWant, class MayEnter, class Consider>
void WishSearch::scan(std::span<const ListedPosting> postings, MayWant&& may_want, MayEnter&& may_enter,
                      Consider&& consider) {
  std::array<const ListedPosting*, kSome> met;
  while (!postings.empty()) {
    const auto some = postings.first(std::min(kSome, postings.size()));
    postings = postings.subspan(some.size());
    std::size_t wanted = 0;
    for (const ListedPosting& posting : some) {
      if (!may_want(posting)) continue;
      short_cutoffs_.fetch(posting.posting);
      met[wanted++] = &posting;
    }
    std::size_t open = 0;
    for (const ListedPosting* posting : std::span{met}.first(wanted)) {
      if (!may_enter(*posting)) continue;
      query_.index().fetch_card(posting->posting);
      met[open++] = posting;
    }
    for (const ListedPosting* posting : std::span{met}.first(open)) consider(*posting);
  }
}

void WishSearch::scan_tier(TierId tier, std::span<const ListedPosting> postings, RegionPart part) {
  scan(
      postings, [&](const ListedPosting& posting) { return may_want(posting, part); },
      [&](const ListedPosting& posting) { return may_enter(posting, common_view(posting)); },
      [&](const ListedPosting& posting) { consider_common(tier, posting); });
}

bool WishSearch::may_want(const ListedPosting& posting, RegionPart part) const {
  if (posting.weakest < tail_) return false;
  const auto region = query_.region_value(posting);
  return query_.is_in(part, region) && query_.level_points(posting) >= 0 &&
         wish_key(query_.own_view(posting, region), posting.posting) < best_->limit();
}

std::int32_t WishSearch::common_view(const ListedPosting& posting) const {
  return query_.employer_view(posting.affinity, asks_certificates(posting.traits) ? 0 : 50,
                              query_.level_points(posting), 0);
}

void WishSearch::consider_common(TierId tier, const ListedPosting& posting) {
  const PostingCard& card = query_.index().card(posting.posting);
  if (query_.tie(card.employer) != 0 || query_.holds_asked(posting.posting)) return;
  if (!query_.belongs_in(tier, posting)) return;
  const auto employer_view = common_view(posting);
  if (!takes_ordinary(posting.posting, employer_view)) return;
  take(posting.posting,
       query_.own_view(posting.affinity, query_.region_value(card), query_.pay_value(card.offer), 0),
       employer_view);
}

void WishSearch::search_lists() {
  const std::int32_t asking = query_.holdings().empty() ? 0 : 100;
  const WishIndex& index = query_.index();
  for (const auto& held : query_.holdings()) {
    scan_list(index.asking(held.certificate),
              {.source = Source::certificate, .asking = 100, .certificate = held.certificate});
  }
  for (const Slot employer : query_.tied_employers()) {
    scan_list(index.of_employer(employer),
              {.source = Source::employer, .tie = query_.tie(employer), .asking = asking});
  }
  if (query_.school() != kNoSlot) {
    scan_list(index.order_classes(query_.school()),
              {.source = Source::order_classes, .tie = 100, .asking = 100});
  }
}

void WishSearch::scan_list(std::span<const ListedPosting> postings, const Pass& pass) {
  const auto may_enter_with_most = [&](const ListedPosting& posting) {
    if (pass.source == Source::order_classes) return true;  // claims on these are not ordinary
    const auto certificates = asks_certificates(posting.traits) ? pass.asking : 50;
    return may_enter(posting, query_.employer_view(query_.most_affinity(posting), certificates,
                                                   query_.level_points(posting), pass.tie));
  };
  scan(
      postings, [&](const ListedPosting& posting) { return may_want(posting, pass); }, may_enter_with_most,
      [&](const ListedPosting& posting) { consider(posting, pass); });
}

bool WishSearch::may_want(const ListedPosting& posting, const Pass& pass) const {
  const auto region = query_.region_value(posting);
  const auto affinity = query_.most_affinity(posting);
  if (query_.level_points(posting) < 0 || region == WishQuery::kExcluded || affinity == 0) return false;
  const auto view = query_.own_view(affinity, region, query_.pay_value(posting), pass.tie);
  return wish_key(view, 0) < best_->limit();
}

void WishSearch::consider(const ListedPosting& listed, const Pass& pass) {
  const auto posting = listed.posting;
  const PostingCard& card = query_.index().card(posting);
  const auto tie = pass.source == Source::order_classes ? query_.tie(card.employer) : pass.tie;
  const auto affinity = query_.affinity(posting);
  if (affinity == 0) return;
  const auto view = query_.own_view(affinity, query_.region_value(card), query_.pay_value(card.offer), tie);
  if (wish_key(view, posting) >= best_->limit()) return;
  const auto certificates = certificates_in(posting, pass);
  if (certificates < 0) return;
  const auto other = query_.employer_view(affinity, certificates, query_.level_points(card), tie);
  if (takes(posting, other, pass.source) && !query_.fails_major_gate(posting)) take(posting, view, other);
}

std::int32_t WishSearch::certificates_in(std::uint32_t posting, const Pass& pass) const {
  const PostingCard& card = query_.index().card(posting);
  if (pass.source == Source::certificate) {
    if (query_.tie(card.employer) != 0 || query_.first_held(posting) != pass.certificate) return -1;
  }
  return card.asks() ? query_.certificates(posting) : 50;
}

bool WishSearch::takes(std::uint32_t posting, std::int32_t employer_view, Source source) const {
  if (source != Source::order_classes) return takes_ordinary(posting, employer_view);
  const Claims& claims = query_.context().claims;
  return claims.by_score(query_.graduate(), posting, employer_view) <= cutoffs_.of(posting, member_);
}

bool WishSearch::takes_ordinary(std::uint32_t posting, std::int32_t employer_view) const {
  const Claim claim = query_.context().claims.ordinary(query_.graduate(), employer_view);
  const auto in_short = short_cutoffs_.shorten(claim);
  const auto cutoff = short_cutoffs_.of(posting);
  if (in_short > cutoff) return false;
  return (in_short < cutoff && member_) || claim <= cutoffs_.of(posting, member_);
}

void WishSearch::take(std::uint32_t posting, std::int32_t graduate_view, std::int32_t employer_view) {
  const WishKey wish = wish_key(graduate_view, posting);
  if (wish >= best_->limit() || query_.context().bans.has(query_.graduate(), posting)) return;
  best_->take(wish, {.posting = posting,
                     .graduate_view = static_cast<std::uint16_t>(graduate_view),
                     .employer_view = static_cast<std::uint16_t>(employer_view)});
}

}  // namespace talentmatch
