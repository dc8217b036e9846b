#include "engine/placement/scores/wish_count.hpp"

#include <algorithm>
#include <limits>
#include <ranges>

namespace talentmatch {

std::uint32_t WishCount::before(WishKey limit) {
  limit_ = limit;
  count_ = 0;
  count_lists();
  take_back_banned();
  count_common();
  return static_cast<std::uint32_t>(count_);
}

// Ties do not matter for this, so nearly always the first common posting answers.
bool WishCount::any() {
  const auto& bans = query_.context().bans;
  bool found = false;
  const auto look = [&](CardRun run) {
    const auto cards = query_.index().cards(run);
    found = found || std::ranges::any_of(cards, [&](const PostingCard& card) {
              return passes(card) && !bans.has(query_.graduate(), card.posting);
            });
  };
  const auto limit = [&] { return found ? WishKey{0} : ~WishKey{0}; };
  for_each_run_best_first(query_, limit,
                          [&](KeyAffinity, const CardGroup&, CardRun run, RegionPart) { look(run); });
  for (const auto& held : query_.holdings()) look(query_.index().asking(held.certificate));
  if (query_.school() != kNoSlot) look(query_.index().order_classes(query_.school()));
  return found;
}

void WishCount::count_lists() {
  const WishIndex& index = query_.index();
  // each(card) for what may come before with this tie.
  const auto look = [&](CardRun run, std::int32_t tie, auto&& each) {
    for (auto place = run.first; place < run.last; ++place) {
      if (may_come_before(index.digest(place), tie)) each(index.card(place));
    }
  };
  if (query_.school() != kNoSlot) {
    look(index.order_classes(query_.school()), 100,
         [&](const PostingCard& card) { count_listed(card, query_.tie(card.employer), false); });
  }
  for (const auto& held : query_.holdings()) {
    look(index.asking(held.certificate), 0, [&](const PostingCard& card) {
      const bool here = card.requires_some && query_.tie(card.employer) == 0 &&
                        query_.first_held(card.posting) == held.certificate;
      if (here) count_listed(card, 0, false);
    });
  }
  for (const Slot employer : query_.tied_employers()) {
    const auto tie = query_.tie(employer);
    look(index.of_employer(employer), tie,
         [&](const PostingCard& card) { count_listed(card, tie, !card.requires_some); });
  }
}

bool WishCount::may_come_before(const CardDigest& digest, std::int32_t tie) const {
  const auto region = query_.region_value(digest);
  if (query_.level_points(digest) < 0 || region == WishQuery::kExcluded) return false;
  const auto affinity = query_.affinity(digest);
  const auto view = query_.own_view(affinity, region, query_.pay_value(digest), tie);
  return affinity != 0 && wish_key(view, 0) < limit_;
}

void WishCount::count_listed(const PostingCard& card, std::int32_t tie, bool is_common) {
  if (!passes(card)) return;
  if (comes_before(card, tie) && !query_.context().bans.has(query_.graduate(), card.posting)) ++count_;
  if (is_common && comes_before(card, 0)) --count_;
}

void WishCount::take_back_banned() {
  const WishIndex& index = query_.index();
  for (const auto& [graduate, posting] : query_.context().bans.of(query_.graduate())) {
    const auto places = index.places(posting);
    if (places.empty()) continue;
    const PostingCard& card = index.card(places.front());
    const bool is_common = !card.requires_some && query_.tie(card.employer) == 0;
    if (is_common && passes(card) && comes_before(card, 0)) --count_;
  }
}

bool WishCount::passes(const PostingCard& card) const {
  return query_.level_points(card) >= 0 && query_.region_value(card) != WishQuery::kExcluded &&
         query_.affinity(card) != 0 && !query_.fails_major_gate(card) &&
         (!card.requires_some || query_.certificates(card.posting) >= 0);
}

void WishCount::count_common() {
  const auto limit = [this] { return limit_; };
  for_each_run_best_first(query_, limit,
                          [&](KeyAffinity key, const CardGroup&, CardRun run, RegionPart part) {
                            part.all ? count_mixed(key, run) : count_in_region(key, run, part.value);
                          });
}

void WishCount::count_mixed(KeyAffinity key, CardRun run) {
  const WishIndex& index = query_.index();
  for (auto place = run.first; place < run.last; ++place) {
    const CardDigest& digest = index.digest(place);
    const auto region = query_.region_value(digest);
    if (query_.level_points(digest) < 0 || region == WishQuery::kExcluded) continue;
    if (!query_.may_own(key, digest)) continue;
    const auto most = query_.own_view(key.affinity, region, query_.pay_value(digest), 0);
    if (wish_key(most, 0) >= limit_) continue;
    if (digest.says_all && wish_key(most, 0xFFFF'FFFF) < limit_) {
      ++count_;
      continue;
    }
    const PostingCard& card = index.card(place);
    const auto view = query_.own_view(key.affinity, region, query_.pay_value(card.offer), 0);
    const bool counts =
        wish_key(view, card.posting) < limit_ && query_.owns(key, card) && !query_.fails_major_gate(card);
    if (counts) ++count_;
  }
}

void WishCount::count_in_region(KeyAffinity key, CardRun run, std::int32_t region) {
  const WishIndex& index = query_.index();
  const PayBars bars = pay_bars(query_.own_view(key.affinity, region, 0, 0));
  const auto limit_posting = static_cast<std::uint32_t>(limit_);
  for (auto place = run.first; place < run.last; ++place) {
    const CardDigest& digest = index.digest(place);
    if (!bars.maybe.lets(digest.offer) && digest.offer < CardDigest::kMostOffer) continue;
    if (query_.region_value(digest) != region || query_.level_points(digest) < 0) continue;
    if (!query_.may_own(key, digest)) continue;
    if (digest.says_all && bars.sure.lets(digest.offer)) {
      ++count_;
      continue;
    }
    const PostingCard& card = index.card(place);
    const bool before =
        bars.sure.lets(card.offer) || (bars.maybe.lets(card.offer) && card.posting < limit_posting);
    if (before && query_.owns(key, card) && !query_.fails_major_gate(card)) ++count_;
  }
}

WishCount::PayBars WishCount::pay_bars(std::int32_t rest) const {
  const auto wanted = 1000 - static_cast<std::int32_t>(limit_ >> 32U);
  const std::int64_t expected = query_.expected_pay();
  const auto pay = [this](std::int32_t value) { return query_.points().pay(value); };
  const auto bar_for = [&](std::int32_t points) -> PayBar {
    const bool none = pay(50) >= points;
    constexpr auto never = std::numeric_limits<std::int64_t>::max();
    if (expected == 0) return {none ? 0 : never, none};  // all pay is worth 50
    const auto values = std::views::iota(0, 101);
    const std::int32_t value = *std::ranges::partition_point(values, [&](auto v) { return pay(v) < points; });
    // floor(100 offer / expected) reaches v from 100 offer >= v expected on.
    return {value > 100 ? never : (value * expected + 99) / 100, none};
  };
  return {.sure = bar_for(wanted - rest + 1), .maybe = bar_for(wanted - rest)};
}

}  // namespace talentmatch
