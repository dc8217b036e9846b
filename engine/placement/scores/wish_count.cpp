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
  if (query_.school() != kNoSlot) {
    for (const PostingCard& card : index.cards(index.order_classes(query_.school()))) {
      count_listed(card, query_.tie(card.employer), false);
    }
  }
  for (const auto& held : query_.holdings()) {
    for (const PostingCard& card : index.cards(index.asking(held.certificate))) {
      const bool here = card.requires_some && query_.tie(card.employer) == 0 &&
                        query_.first_held(card.posting) == held.certificate;
      if (here) count_listed(card, 0, false);
    }
  }
  for (const Slot employer : query_.tied_employers()) {
    for (const PostingCard& card : index.cards(index.of_employer(employer))) {
      count_listed(card, query_.tie(employer), !card.requires_some);
    }
  }
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
  for (const PostingCard& card : query_.index().cards(run)) {
    const auto region = query_.region_value(card);
    if (query_.level_points(card) < 0 || region == WishQuery::kExcluded) continue;
    const auto view = query_.own_view(key.affinity, region, query_.pay_value(card.offer), 0);
    const bool counts =
        wish_key(view, card.posting) < limit_ && query_.owns(key, card) && !query_.fails_major_gate(card);
    if (counts) ++count_;
  }
}

void WishCount::count_in_region(KeyAffinity key, CardRun run, std::int32_t region) {
  const PayBar bar = pay_bar(query_.own_view(key.affinity, region, 0, 0));
  const auto limit_posting = static_cast<std::uint32_t>(limit_);
  for (const PostingCard& card : query_.index().cards(run)) {
    const bool sure = card.offer == 0 ? bar.none_sure : card.offer >= bar.sure;
    const bool maybe = card.offer == 0 ? bar.none_maybe : card.offer >= bar.maybe;
    if (!sure && !(maybe && card.posting < limit_posting)) continue;
    if (query_.region_value(card) != region || query_.level_points(card) < 0) continue;
    if (query_.owns(key, card) && !query_.fails_major_gate(card)) ++count_;
  }
}

WishCount::PayBar WishCount::pay_bar(std::int32_t rest) const {
  const auto wanted = 1000 - static_cast<std::int32_t>(limit_ >> 32U);
  const std::int64_t expected = query_.expected_pay();
  const auto pay = [this](std::int32_t value) { return query_.points().pay(value); };
  // The lowest value that gives this many points, 101 if none does.
  const auto value_for = [&](std::int32_t points) {
    const auto values = std::views::iota(0, 101);
    return static_cast<std::int32_t>(
        *std::ranges::partition_point(values, [&](auto v) { return pay(v) < points; }));
  };
  // floor(100 offer / expected) reaches v from 100 offer >= v expected on.
  const auto offer_for = [&](std::int32_t value) -> std::int64_t {
    return value > 100 ? std::numeric_limits<std::int64_t>::max() : (value * expected + 99) / 100;
  };
  const bool none_sure = rest + pay(50) > wanted;
  const bool none_maybe = rest + pay(50) >= wanted;
  if (expected == 0) {  // all pay is worth 50
    constexpr auto never = std::numeric_limits<std::int64_t>::max();
    return {none_sure ? 0 : never, none_maybe ? 0 : never, none_sure, none_maybe};
  }
  return {offer_for(value_for(wanted - rest + 1)), offer_for(value_for(wanted - rest)), none_sure,
          none_maybe};
}

}  // namespace talentmatch
