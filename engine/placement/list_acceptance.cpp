#include "engine/placement/list_acceptance.hpp"

#include <array>
#include <ranges>

#include "engine/placement/proposals.hpp"

namespace talentmatch {
namespace {

class ListSource {
 public:
  struct Worker {};

  explicit ListSource(const ListContest& contest)
      : contest_(contest), next_(contest.lists.first.begin(), contest.lists.first.end() - 1) {}

  Worker worker() const { return {}; }
  std::optional<Proposal> next(std::uint32_t graduate, Worker) {
    const auto choice = next_[graduate];
    if (choice == contest_.lists.first[graduate + 1]) return std::nullopt;
    next_[graduate] = choice + 1;
    return Proposal{contest_.lists.choices[choice].posting, contest_.claim(graduate, choice)};
  }
  void tightened(std::uint32_t, Claim) {}
  std::uint64_t last_asked(std::uint32_t graduate) const { return next_[graduate] - 1; }

 private:
  const ListContest& contest_;
  std::vector<std::uint64_t> next_;
};

// By E at the first choice, then luck: who comes early is seldom turned away later.
std::vector<std::uint32_t> strong_first(const ListContest& contest) {
  constexpr std::size_t kViews = 1001;
  const auto bucket = [&](std::uint32_t graduate) -> std::size_t {
    const auto list = contest.lists.of(graduate);
    return list.empty() ? kViews - 1 : kViews - 1 - list.front().employer_view;
  };
  std::array<std::uint32_t, kViews + 1> first{};
  const auto asks = [&](std::uint32_t graduate) { return !contest.has_left(graduate); };
  for (const auto graduate : contest.claims.order() | std::views::filter(asks)) ++first[bucket(graduate) + 1];
  for (std::size_t view = 0; view < kViews; ++view) first[view + 1] += first[view];
  std::vector<std::uint32_t> order(first.back());
  for (const auto graduate : contest.claims.order() | std::views::filter(asks))
    order[first[bucket(graduate)]++] = graduate;
  return order;
}

}  // namespace

std::optional<ListAcceptance> accept_on_lists(const ListContest& contest, const PlacementControl& control) {
  ListSource source(contest);
  Proposals proposals(contest);
  if (!proposals.run(source, strong_first(contest), control)) return std::nullopt;
  ListAcceptance result{Granted(contest.lists.graduates(), kNoChoice), proposals.limits()};
  for (std::uint32_t p = 0; p < contest.terms.size(); ++p) {
    proposals.holders(p).for_each([&](Claim claim) {
      const auto graduate = contest.claims.graduate_of(claim);
      result.granted[graduate] = source.last_asked(graduate);
    });
  }
  return result;
}

}  // namespace talentmatch
