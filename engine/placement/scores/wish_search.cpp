#include "engine/placement/scores/wish_search.hpp"

#include <algorithm>
#include <array>

#include "engine/placement/scores/best_first.hpp"

namespace talentmatch {

void WishSearch::find(std::uint32_t graduate, bool member, FewBest& best) {
  member_ = member;
  best_ = &best;
  best.clear();
  query_.start(graduate);
  search_common();
  search_lists();
}

// Those that ask for certificates the graduate holds are met elsewhere, so they are worth nothing here.
void WishSearch::search_common() {
  const auto limit = [this] { return best_->limit(); };
  for_each_run_best_first(
      query_, limit, [&](KeyAffinity key, const CardGroup& group, CardRun run, RegionPart part) {
        const auto view =
            query_.employer_view(key.affinity, group.asks ? 0 : 50, query_.level_points(group.min_rank), 0);
        scan(run, {.source = Source::common, .key = key, .claim = claim_with(view), .part = part});
      });
}

void WishSearch::search_lists() {
  const std::int32_t asking = query_.holdings().empty() ? 0 : 100;
  const auto best_level = query_.points().level(100);
  for (const auto& held : query_.holdings()) {
    scan(query_.index().asking(held.certificate),
         {.source = Source::certificate,
          .asking = 100,
          .certificate = held.certificate,
          .claim = claim_with(query_.employer_view(100, 100, best_level, 0))});
  }
  for (const Slot employer : query_.tied_employers()) {
    const auto tie = query_.tie(employer);
    scan(query_.index().of_employer(employer),
         {.source = Source::employer,
          .tie = tie,
          .asking = asking,
          .claim = claim_with(query_.employer_view(100, std::max(asking, 50), best_level, tie))});
  }
  if (query_.school() != kNoSlot) {
    scan(query_.index().order_classes(query_.school()),
         {.source = Source::order_classes, .tie = 100, .asking = 100});
  }
}

void WishSearch::scan(CardRun run, const Pass& pass) {
  constexpr std::uint32_t kBlock = WishCutoffs::kBlock;
  const WishIndex& index = query_.index();
  while (run.first < run.last) {
    const auto b = run.first / kBlock;
    const auto first = run.first;
    const auto last = std::min(run.last, (b + 1) * kBlock);
    run.first = last;
    if (pass.claim > short_cutoffs_.of_block(b)) continue;
    index.fetch_digests(first, last);
    std::array<std::uint32_t, kBlock> open;
    std::size_t count = 0;
    std::uint32_t weakest = 0;
    for (auto place = first; place < last; ++place) {
      const auto cutoff = short_cutoffs_.of(place);
      weakest = std::max(weakest, cutoff);
      open[count] = place;
      count += pass.claim <= cutoff ? 1U : 0U;
    }
    if (last - first == kBlock) short_cutoffs_.note_block(b, weakest);
    std::size_t wanted = 0;
    for (const auto place : std::span{open}.first(count)) {
      if (!may_take(place, pass)) continue;
      index.fetch_card(place);
      open[wanted++] = place;
    }
    for (const auto place : std::span{open}.first(wanted)) consider(place, pass);
  }
}

bool WishSearch::may_take(std::uint32_t place, const Pass& pass) const {
  const CardDigest& digest = query_.index().digest(place);
  const auto level = query_.level_points(digest);
  if (level < 0) return false;
  const auto region = query_.region_value(digest);
  if (pass.part.all ? region == WishQuery::kExcluded : region != pass.part.value) return false;
  const bool common = pass.source == Source::common;
  const std::int32_t affinity = common ? pass.key.affinity : query_.affinity(digest);
  if (affinity == 0) return false;
  const auto view = query_.own_view(affinity, region, query_.pay_value(digest), pass.tie);
  if (wish_key(view, 0) >= best_->limit()) return false;
  if (common) return query_.may_own(pass.key, digest);
  const auto certificates = asks_certificates(digest.traits) ? pass.asking : 50;
  const auto other = query_.employer_view(affinity, certificates, level, pass.tie);
  return pass.source == Source::order_classes || claim_with(other) <= short_cutoffs_.of(place);
}

void WishSearch::consider(std::uint32_t place, const Pass& pass) {
  const PostingCard& card = query_.index().card(place);
  const bool common = pass.source == Source::common;
  const auto tie = pass.source == Source::order_classes ? query_.tie(card.employer) : pass.tie;
  const std::int32_t affinity = common ? pass.key.affinity : query_.affinity(card);
  if (affinity == 0) return;
  const auto view = query_.own_view(affinity, query_.region_value(card), query_.pay_value(card.offer), tie);
  const WishKey wish = wish_key(view, card.posting);
  if (wish >= best_->limit()) return;
  if (common && !query_.owns(pass.key, card)) return;
  const auto certificates = certificates_in(card, pass);
  if (certificates < 0) return;
  const auto other = query_.employer_view(affinity, certificates, query_.level_points(card), tie);
  if (!takes(place, card.posting, other, pass)) return;
  if (query_.fails_major_gate(card) || query_.context().bans.has(query_.graduate(), card.posting)) return;
  best_->take(wish, {.posting = card.posting,
                     .graduate_view = static_cast<std::uint16_t>(view),
                     .employer_view = static_cast<std::uint16_t>(other)});
}

bool WishSearch::takes(std::uint32_t place, std::uint32_t posting, std::int32_t employer_view,
                       const Pass& pass) const {
  if (pass.source != Source::order_classes) {
    const auto claim = claim_with(employer_view);
    const auto cutoff = short_cutoffs_.of(place);
    if (claim > cutoff) return false;
    if (claim < cutoff && member_) return true;
  }
  const Claims& claims = query_.context().claims;
  return claims.by_score(query_.graduate(), posting, employer_view) <= cutoffs_.of(posting, member_);
}

std::int32_t WishSearch::certificates_in(const PostingCard& card, const Pass& pass) const {
  const bool tied_elsewhere = pass.source == Source::common || pass.source == Source::certificate;
  if (tied_elsewhere && query_.tie(card.employer) != 0) return -1;
  if (!card.asks()) return 50;
  if (pass.source == Source::common) {
    return !query_.holdings().empty() && query_.first_held(card.posting) ? -1 : 0;
  }
  if (pass.source == Source::certificate && query_.first_held(card.posting) != pass.certificate) return -1;
  return query_.certificates(card.posting);
}

}  // namespace talentmatch
