#pragma once
// Enough of a posting to bound its score, and mostly to know it, without touching its row.

#include <algorithm>
#include <cstdint>
#include <span>

#include "engine/market/segment.hpp"

namespace talentmatch {

struct PostingDigest {
  std::uint32_t row = 0;
  std::uint16_t area = 0;   // its region
  std::uint16_t key = 0;    // its only entry, or PostingKeys: any, of_family, several
  std::uint16_t offer = 0;  // rounded up, in units of kOfferUnit; 0 = none stated, the largest = that or more
  std::uint8_t traits = 0;  // see traits_of

  static constexpr std::int32_t kOfferUnit = 8;  // yuan a month
};

// Kind, fresh graduates, level asked, certificates asked: what gates and the values of E need, as one number.
inline constexpr std::size_t kPostingTraits = 256;
constexpr std::uint8_t traits_of(PostingKind kind, FreshGraduates fresh, std::uint8_t min_rank, bool asks) {
  return static_cast<std::uint8_t>(static_cast<unsigned>(kind) | static_cast<unsigned>(fresh) << 2U |
                                   static_cast<unsigned>(min_rank) << 4U | static_cast<unsigned>(asks) << 7U);
}
constexpr std::uint8_t min_rank_of(std::uint8_t traits) {
  return traits >> 4U & 7U;
}
constexpr bool asks_certificates(std::uint8_t traits) {
  return traits >> 7U != 0;
}

constexpr std::uint16_t offer_digest(std::int32_t offer) {
  const auto units = (std::int64_t{offer} + PostingDigest::kOfferUnit - 1) / PostingDigest::kOfferUnit;
  return static_cast<std::uint16_t>(std::min<std::int64_t>(units, 0xFFFF));
}

// What is known of all postings in a block.
struct PostingBlock {
  explicit PostingBlock(std::span<const PostingDigest> digests) {
    for (const PostingDigest& d : digests) {
      first_row = std::min(first_row, d.row);
      max_offer = std::max(max_offer, d.offer);
      some_state_none |= d.offer == 0;
      some_ask |= asks_certificates(d.traits);
      some_ask_none |= !asks_certificates(d.traits);
      ranks = static_cast<std::uint8_t>(ranks | 1U << min_rank_of(d.traits));
    }
  }

  std::uint32_t first_row = 0xFFFFFFFF;
  std::uint16_t max_offer = 0;
  std::uint8_t ranks = 0;  // bit per min_rank 0…5
  bool some_state_none : 1 = false;
  bool some_ask : 1 = false;
  bool some_ask_none : 1 = false;
};

}  // namespace talentmatch
