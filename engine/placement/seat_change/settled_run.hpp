#pragma once
// A finished run, arranged for asking what a change of seats would change: who holds each posting, who waits
// there, the lists of those who are placed first. Does not change; any thread may read it.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/placement/bound_first.hpp"
#include "engine/placement/claims.hpp"
#include "engine/placement/run.hpp"
#include "engine/placement/seat_change/open_wishes.hpp"
#include "engine/placement/seat_change/waiting_heads.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {

class SettledRun {
 public:
  // Of mode `stable`, from scores, without a reserve and without priority groups; `bound_first` as its policy
  // said. `waiting` graduates of each posting are found now (1…255), those after them when a question gets so
  // far. All threads, a part of a run's time; about 8·waiting + 12 bytes a posting and 40 a graduate beside
  // the result. Null when cancelled.
  static std::shared_ptr<const SettledRun> make(std::shared_ptr<const PlacementResult> result,
                                                bool bound_first, const PlacementControl& control = {},
                                                std::size_t waiting = WaitingHeads::kUsual);

  const PlacementResult& result() const { return *result_; }
  const Field& field() const { return *result_->field; }
  const Claims& claims() const { return claims_; }
  const WaitingHeads& heads() const { return heads_; }
  const OpenWishes& open_wishes() const { return *open_wishes_; }

  // Of those who have not left the market before the others.
  std::span<const std::uint32_t> holders(std::uint32_t posting) const { return holders_[posting]; }
  // Seats without those of locked graduates; and without those of bound ones as well.
  std::int32_t unlocked_seats(std::uint32_t posting) const;
  std::int32_t market_seats(std::uint32_t posting) const;

  // Of those who are placed with their employers before all others; their lists do not depend on seats.
  const ChoiceLists& bound_lists() const { return bound_.lists; }
  bool is_wanted_by_bound(std::uint32_t posting) const;

 private:
  SettledRun(std::shared_ptr<const PlacementResult> result, bool bound_first);
  bool is_full(std::uint32_t posting) const;
  // The worst claim that each posting still takes.
  std::vector<Claim> cutoffs() const;

  std::shared_ptr<const PlacementResult> result_;
  Claims claims_;
  RowLists holders_;
  RowLists locked_;  // by posting
  RowLists first_;   // bound ones that were placed so, by posting
  GivenLists bound_;
  std::optional<OpenWishes> open_wishes_;
  WaitingHeads heads_;
};

}  // namespace talentmatch
