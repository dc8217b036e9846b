#pragma once
// A finished run with a few seats and graduates elsewhere: only what differs is held.

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/placement/choice_lists.hpp"
#include "engine/placement/seat_change/settled_run.hpp"

namespace talentmatch {

class ChangedMarket {
 public:
  explicit ChangedMarket(const SettledRun& run) : run_(run) {}

  const SettledRun& run() const { return run_; }

  // ---- postings; seats of those who left the market before the others do not count
  std::int32_t seats(std::uint32_t posting) const;
  void add_seats(std::uint32_t posting, std::int32_t by) { added_[posting] += by; }
  std::int32_t free_seats(std::uint32_t posting);
  // The worst claim that it takes: kAnyClaim while a seat is free, kNoClaim where there is none.
  Claim cutoff(std::uint32_t posting);
  // The last of its holders; there must be one.
  std::uint32_t last_holder(std::uint32_t posting);

  // Those whose holders were ever looked at.
  std::vector<std::uint32_t> touched() const;

  // ---- graduates
  const Assignment& got(std::uint32_t graduate) const;
  // E and S of a pair.
  Choice choice(std::uint32_t graduate, std::uint32_t posting) const;
  Claim claim(std::uint32_t graduate, const Choice& choice) const {
    return run_.claims().by_score(graduate, choice.posting, choice.employer_view);
  }
  bool wants(std::uint32_t graduate, std::uint32_t posting) const {
    return wants_more(got(graduate), choice(graduate, posting).graduate_view, posting);
  }
  // From where they are, whether a seat is free or not.
  void move(std::uint32_t graduate, const Choice& choice);
  void take_out(std::uint32_t graduate);
  // Out of the market, with a seat of their own; none: they are back in it, with nothing.
  void place_first(std::uint32_t graduate, const std::optional<Choice>& choice);

  // By graduate: all who were ever moved.
  const std::unordered_map<std::uint32_t, Assignment>& changed() const { return got_; }

 private:
  using Holders = std::vector<Claim>;  // ascending, so the last one is the first to leave

  Holders& holders(std::uint32_t posting);

  const SettledRun& run_;
  std::unordered_map<std::uint32_t, std::int32_t> added_;
  std::unordered_map<std::uint32_t, Holders> holders_;
  std::unordered_map<std::uint32_t, Assignment> got_;
};

}  // namespace talentmatch
