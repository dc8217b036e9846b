#include "engine/placement/seat_change/waiting_heads.hpp"

#include <algorithm>
#include <atomic>

#include "engine/placement/in_order.hpp"
#include "engine/placement/scores/luck_bands.hpp"
#include "engine/placement/scores/wish_search.hpp"

namespace talentmatch {
namespace {

// As if each full posting had a few more seats, and every graduate asked for one of each that they want more.
class HeadContest {
 public:
  HeadContest(const PlacementResult& result, const WishContext& wishes, std::span<const SeatTerms> places,
              std::size_t most, std::size_t wide)
      : result_(result),
        wishes_(wishes),
        cutoffs_(places),
        short_cutoffs_(result.field->graduates(), cutoffs_, result.field->postings()),
        tiers_(wishes.tiers, *result.field, result.weights, wide),
        locks_(places.size()),
        most_(most),
        claims_(places.size() * most),
        counts_(places.size()) {}

  struct Worker {
    WishSearch search;
    FewBest found;
  };
  Worker worker() {
    return {WishSearch(wishes_, cutoffs_, short_cutoffs_, tiers_), FewBest(result_.field->postings() + 1)};
  }

  void refresh(std::uint32_t luckiest) {
    const auto claim = short_cutoffs_.shorten(wishes_.claims.ordinary(luckiest, 0));
    tiers_.refresh(short_cutoffs_, claim & ShortClaims::kTails);
  }

  void ask_all(std::uint32_t graduate, Worker& worker) {
    const Assignment& got = result_.assignments[graduate];
    const WishKey limit = got.posting == kUnplaced ? kNoWishLimit : wish_key(got.graduate_view, got.posting);
    worker.search.find(graduate, true, worker.found, limit);
    for (const FewBest::Item& item : worker.found.some()) {
      const auto posting = item.choice.posting;
      wait(posting, wishes_.claims.by_score(graduate, posting, item.choice.employer_view));
    }
  }

  WaitingHeads heads() const { return {claims_, most_, counts_, wishes_.claims}; }

 private:
  void wait(std::uint32_t posting, Claim claim) {
    if (claim > cutoffs_.of(posting, true)) return;
    while (locks_[posting].test_and_set(std::memory_order_acquire)) {
    }
    insert(posting, claim);
    locks_[posting].clear(std::memory_order_release);
  }

  // The last one leaves when there are too many.
  void insert(std::uint32_t posting, Claim claim) {
    const auto waiting = std::span{claims_}.subspan(posting * most_, most_);
    auto& count = counts_[posting];
    if (count == waiting.size() && claim > waiting.back()) return;
    if (count < waiting.size()) ++count;
    const auto known = waiting.first(count - 1U);
    const auto at = std::ranges::upper_bound(known, claim);
    std::move_backward(at, known.end(), known.end() + 1);
    *at = claim;
    if (count < waiting.size()) return;
    cutoffs_.set(posting, waiting.back(), waiting.back());
    short_cutoffs_.tighten(posting, waiting.back());
  }

  const PlacementResult& result_;
  const WishContext& wishes_;
  Cutoffs cutoffs_;
  ShortCutoffs short_cutoffs_;
  OpenTiers tiers_;
  std::vector<std::atomic_flag> locks_;
  std::size_t most_;
  std::vector<Claim> claims_;
  std::vector<std::uint8_t> counts_;
};

std::vector<SeatTerms> places_to_wait(std::span<const std::uint8_t> full) {
  std::vector<SeatTerms> places;
  places.reserve(full.size());
  for (const auto one : full) places.push_back({.seats = one != 0 ? 1 : 0});
  return places;
}

}  // namespace

WaitingHeads::WaitingHeads(std::span<const Claim> claims, std::size_t most,
                           std::span<const std::uint8_t> counts, const Claims& order)
    : most_(most), first_{0} {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_graduate;
  for (std::uint32_t p = 0; p < counts.size(); ++p) {
    for (const Claim claim : claims.subspan(p * most, counts[p])) {
      graduates_.push_back(order.graduate_of(claim));
      by_graduate.emplace_back(graduates_.back(), p);
    }
    first_.push_back(static_cast<std::uint32_t>(graduates_.size()));
  }
  postings_ = RowLists(by_graduate);
}

std::optional<WaitingHeads> find_waiting_heads(const PlacementResult& result, const WishContext& wishes,
                                               std::span<const std::uint8_t> full, std::size_t most,
                                               const PlacementControl& control) {
  std::vector<std::uint32_t> graduates;
  for (std::uint32_t g = 0; g < result.assignments.size(); ++g) {
    if (!has_left_market(result.assignments[g])) graduates.push_back(g);
  }
  HeadContest contest(result, wishes, places_to_wait(full), most, control.wide_tier);
  const bool finished = for_each_luck_band(wishes, graduates, [&](auto luckiest, auto band) {
    contest.refresh(luckiest);
    return for_each_in_order(band.size(), {.progress = {}, .cancel = control.cancel}, [&] {
      return [&, worker = contest.worker()](std::size_t i) mutable { contest.ask_all(band[i], worker); };
    });
  });
  if (!finished) return std::nullopt;
  return contest.heads();
}

}  // namespace talentmatch
