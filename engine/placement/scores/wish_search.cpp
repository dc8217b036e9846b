#include "engine/placement/scores/wish_search.hpp"

#include <algorithm>

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
        scan(run, {.source = Source::common,
                   .key = key,
                   .claim = claim_with(view),
                   .view = query_.own_view(key.affinity, part.value, 0, 0),
                   .part = part});
      });
}

void WishSearch::search_lists() {
  const std::int32_t asking = query_.holdings().empty() ? 50 : 100;
  const auto best_level = query_.points().level(100);
  const auto best_region = query_.regions().front().value;
  const KeyAffinity any{.key = 0, .affinity = 100};
  for (const auto& held : query_.holdings()) {
    scan(query_.index().asking(held.certificate),
         {.source = Source::certificate,
          .key = any,
          .certificate = held.certificate,
          .claim = claim_with(query_.employer_view(100, 100, best_level, 0)),
          .view = query_.own_view(100, best_region, 0, 0)});
  }
  for (const Slot employer : query_.tied_employers()) {
    const auto tie = query_.tie(employer);
    scan(query_.index().of_employer(employer),
         {.source = Source::employer,
          .key = any,
          .tie = tie,
          .claim = claim_with(query_.employer_view(100, asking, best_level, tie)),
          .view = query_.own_view(100, best_region, 0, tie)});
  }
  if (query_.school() != kNoSlot) {
    scan(query_.index().order_classes(query_.school()), {.source = Source::order_classes,
                                                         .key = any,
                                                         .claim = 0,
                                                         .view = query_.own_view(100, best_region, 0, 100)});
  }
}

void WishSearch::scan(CardRun run, const Pass& pass) {
  constexpr std::uint32_t kCards = CardBlock::kCards;
  while (run.first < run.last) {
    const auto b = run.first / kCards;
    const auto first = run.first;
    const auto last = std::min(run.last, (b + 1) * kCards);
    run.first = last;
    if (pass.claim > short_cutoffs_.of_block(b)) continue;
    const CardBlock& block = query_.index().block(b);
    const auto pay = std::max(query_.points().pay(query_.pay_value(std::max(1, block.most_offer))),
                              block.some_state_none ? query_.points().pay(50) : 0);
    if (wish_key(pass.view + pay, block.first_posting) >= best_->limit()) continue;
    std::uint32_t weakest = 0;
    for (auto place = first; place < last; ++place) {
      const auto cutoff = short_cutoffs_.of(place);
      weakest = std::max(weakest, cutoff);
      if (pass.claim <= cutoff) consider(query_.index().card(place), pass);
    }
    if (last - first == kCards) short_cutoffs_.note_block(b, weakest);
  }
}

void WishSearch::consider(const PostingCard& card, const Pass& pass) {
  const auto level = query_.level_points(card);
  if (level < 0) return;
  const auto region = query_.region_value(card);
  if (pass.part.all ? region == WishQuery::kExcluded : region != pass.part.value) return;
  const bool common = pass.source == Source::common;
  const auto tie = pass.source == Source::order_classes ? query_.tie(card.employer) : pass.tie;
  const auto view_with = [&, pay = query_.pay_value(card.offer)](std::int32_t affinity) {
    return query_.own_view(affinity, region, pay, tie);
  };
  if (wish_key(view_with(pass.key.affinity), card.posting) >= best_->limit()) return;
  const std::int32_t affinity = common ? pass.key.affinity : query_.affinity(card);
  if (affinity == 0) return;
  const auto view = view_with(affinity);
  const WishKey wish = wish_key(view, card.posting);
  if (wish >= best_->limit()) return;
  if (common && !query_.owns(pass.key, card)) return;
  const auto certificates = certificates_in(card, pass);
  if (certificates < 0) return;
  const auto other = query_.employer_view(affinity, certificates, level, tie);
  const WishContext& context = query_.context();
  if (context.claims.by_score(query_.graduate(), card.posting, other) > cutoffs_.of(card.posting, member_))
    return;
  if (query_.fails_major_gate(card) || context.bans.has(query_.graduate(), card.posting)) return;
  best_->take(wish, {.posting = card.posting,
                     .graduate_view = static_cast<std::uint16_t>(view),
                     .employer_view = static_cast<std::uint16_t>(other)});
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
