#include "engine/placement/scores/wish_count.hpp"

#include <algorithm>
#include <array>

#include "engine/placement/scores/best_first.hpp"

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
  const auto look = [&](std::span<const ListedPosting> postings) {
    found = found || std::ranges::any_of(postings, [&](const ListedPosting& listed) {
              return passes(listed.posting) && !bans.has(query_.graduate(), listed.posting);
            });
  };
  for (const TierId tier : query_.tiers()) look(query_.context().tiers.tier(tier.number).all());
  for (const auto& held : query_.holdings()) look(query_.index().asking(held.certificate));
  if (query_.school() != kNoSlot) look(query_.index().order_classes(query_.school()));
  return found;
}

// each(posting) for what is wanted, some at a time, their cards fetched meanwhile.
template <class Wanted, class Each>
void WishCount::look_through(std::span<const ListedPosting> postings, Wanted&& wanted, Each&& each) {
  std::array<std::uint32_t, 64> some;
  std::size_t count = 0;
  const auto look = [&] {
    for (const auto posting : std::span{some}.first(count)) each(posting);
    count = 0;
  };
  for (const ListedPosting& listed : postings) {
    if (!wanted(listed)) continue;
    query_.index().fetch_card(listed.posting);
    some[count++] = listed.posting;
    if (count == some.size()) look();
  }
  look();
}

void WishCount::count_lists() {
  const WishIndex& index = query_.index();
  const auto before_with = [this](std::int32_t tie) {
    return [this, tie](const ListedPosting& listed) { return may_come_before(listed, tie); };
  };
  if (query_.school() != kNoSlot) {
    look_through(index.order_classes(query_.school()), before_with(100), [&](std::uint32_t posting) {
      count_listed(posting, query_.tie(index.card(posting).employer));
    });
  }
  for (const auto& held : query_.holdings()) {
    look_through(index.asking(held.certificate), before_with(0), [&](std::uint32_t posting) {
      const PostingCard& card = index.card(posting);
      const bool here = card.requires_some && query_.tie(card.employer) == 0 &&
                        query_.first_held(posting) == held.certificate;
      if (here) count_listed(posting, 0);
    });
  }
  for (const Slot employer : query_.tied_employers()) {
    const auto tie = query_.tie(employer);
    look_through(
        index.of_employer(employer),
        [&](const ListedPosting& listed) {
          return may_come_before(listed, tie) && !is_counted_right(listed);
        },
        [&](std::uint32_t posting) { count_listed(posting, tie); });
  }
}

// Comes before without its tie too, or fails a gate both ways: the common count stands. Judged by the entry.
bool WishCount::is_counted_right(const ListedPosting& posting) const {
  return !asks_certificates(posting.traits) && query_.says_affinity(posting) &&
         posting.offer < ListedPosting::kMostOffer &&
         wish_key(query_.own_view(query_.most_affinity(posting), query_.region_value(posting),
                                  query_.pay_value(posting), 0),
                  posting.posting) < limit_ &&
         query_.context().bans.of(query_.graduate()).empty();
}

bool WishCount::may_come_before(const ListedPosting& posting, std::int32_t tie) const {
  const auto region = query_.region_value(posting);
  if (query_.level_points(posting) < 0 || region == WishQuery::kExcluded) return false;
  const auto affinity = query_.most_affinity(posting);
  const auto view = query_.own_view(affinity, region, query_.pay_value(posting), tie);
  return affinity != 0 && wish_key(view, 0) < limit_;
}

void WishCount::count_listed(std::uint32_t posting, std::int32_t tie) {
  if (!passes(posting)) return;
  if (comes_before(posting, tie) && !query_.context().bans.has(query_.graduate(), posting)) ++count_;
  if (query_.index().card(posting).is_common() && comes_before(posting, 0)) --count_;
}

void WishCount::take_back_banned() {
  for (const auto& [graduate, posting] : query_.context().bans.of(query_.graduate())) {
    const PostingCard& card = query_.index().card(posting);
    const bool is_common = card.is_common() && query_.tie(card.employer) == 0;
    if (is_common && passes(posting) && comes_before(posting, 0)) --count_;
  }
}

bool WishCount::passes(std::uint32_t posting) const {
  const PostingCard& card = query_.index().card(posting);
  return query_.level_points(card) >= 0 && query_.region_value(card) != WishQuery::kExcluded &&
         query_.affinity(posting) != 0 && !query_.fails_major_gate(posting) &&
         (!card.requires_some || query_.certificates(posting) >= 0);
}

bool WishCount::comes_before(std::uint32_t posting, std::int32_t tie) const {
  const PostingCard& card = query_.index().card(posting);
  const auto view =
      query_.own_view(query_.affinity(posting), query_.region_value(card), query_.pay_value(card.offer), tie);
  return wish_key(view, posting) < limit_;
}

void WishCount::count_common() {
  for_each_run_best_first(
      query_, [this](TierId tier) -> const PostingTier& { return query_.context().tiers.tier(tier.number); },
      [this] { return limit_; },
      [this](TierId tier, std::span<const ListedPosting> postings, RegionPart part) {
        count_run(tier, postings, part);
      });
}

void WishCount::count_run(TierId tier, std::span<const ListedPosting> postings, RegionPart part) {
  for (const ListedPosting& listed : postings) {
    const auto region = query_.region_value(listed);
    if (!query_.is_in(part, region) || query_.level_points(listed) < 0) continue;
    if (wish_key(query_.own_view(listed, region), listed.posting) >= limit_) continue;
    if (!query_.belongs_in(tier, listed)) continue;
    if (listed.offer < ListedPosting::kMostOffer || comes_before(listed.posting, 0)) ++count_;
  }
}

}  // namespace talentmatch
