#pragma once
// Who stands first in the waiting list of every full posting of a finished run from scores, and the same by
// graduate. A run's question "what if" asks for it hundreds of times, so it is found once for all postings.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/placement/claims.hpp"
#include "engine/placement/run.hpp"
#include "engine/placement/scores/wish_query.hpp"
#include "engine/ranking/row_lists.hpp"

namespace talentmatch {

class WaitingHeads {
 public:
  static constexpr std::size_t kUsual = 16;  // of each posting

  WaitingHeads() = default;
  // `claims`: `most` places a posting, its first `counts[p]` ascending.
  WaitingHeads(std::span<const Claim> claims, std::size_t most, std::span<const std::uint8_t> counts,
               const Claims& order);

  // Graduates who want the posting more than what they got, the first few in its order.
  std::span<const std::uint32_t> at(std::uint32_t posting) const {
    return std::span{graduates_}.subspan(first_[posting], first_[posting + 1] - first_[posting]);
  }
  // Are there no others?
  bool are_all(std::uint32_t posting) const { return first_[posting + 1] - first_[posting] < most_; }
  // The postings where the graduate is among the first.
  std::span<const std::uint32_t> postings_of(std::uint32_t graduate) const { return postings_[graduate]; }

 private:
  std::size_t most_ = 0;
  std::vector<std::uint32_t> first_;      // postings + 1 offsets into graduates_
  std::vector<std::uint32_t> graduates_;  // of the field
  RowLists postings_;                     // by graduate
};

// `wishes` of the run; `full`: by posting, 1 = no seat is free; nobody waits elsewhere. `most` < 256 of each
// posting. All threads; none when cancelled. Looks at every wish above the granted one, but not at postings
// where `most` better ones are known to wait.
std::optional<WaitingHeads> find_waiting_heads(const PlacementResult& result, const WishContext& wishes,
                                               std::span<const std::uint8_t> full, std::size_t most,
                                               const PlacementControl& control = {});

}  // namespace talentmatch
