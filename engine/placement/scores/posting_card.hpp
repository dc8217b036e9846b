#pragma once
// What graduates' lists ask of a posting, so that no row is fetched for those that are passed over: a digest
// of 8 bytes that turns most of them away, and all that most lists ask in a card of 28. Those that are looked
// through together lie beside each other.

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "engine/market/facts.hpp"
#include "engine/ranking/posting_digest.hpp"
#include "engine/ranking/posting_index.hpp"

namespace talentmatch {

struct PostingCard {
  static constexpr std::size_t kMostMajors = 5;

  std::uint32_t posting = 0;  // of the field
  Slot employer = kNoSlot;
  std::int32_t offer = 0;
  std::uint16_t area = 0;   // its region
  std::uint8_t traits = 0;  // traits_of
  std::uint8_t majors = 0;  // how many entries it accepts, at most kMostMajors + 1
  bool majors_strict : 1 = false;
  bool requires_some : 1 = false;  // certificates
  std::array<EntryId, kMostMajors> entries{};

  bool asks() const { return asks_certificates(traits); }
  PostingKind kind() const { return static_cast<PostingKind>(traits & 3U); }
  bool judges_major() const { return majors_strict || kind() == PostingKind::internship; }
  bool has_all_entries() const { return majors <= kMostMajors; }
};

struct CardDigest {
  static constexpr std::uint16_t kMostOffer = 0xFFFF;

  std::uint16_t key = 0;    // the only accepted entry, or PostingKeys: any, of_family, several
  std::uint16_t area = 0;   // its region
  std::uint16_t offer = 0;  // kMostOffer = that or more
  std::uint8_t traits = 0;  // traits_of
  bool says_all = false;    // of S and the major gate: one entry at most, no more gates, the offer itself
};

// `key` as in CardDigest.
inline CardDigest digest_of(const PostingCard& card, std::uint16_t key) {
  return {.key = key,
          .area = card.area,
          .offer = static_cast<std::uint16_t>(std::min<std::int32_t>(card.offer, CardDigest::kMostOffer)),
          .traits = card.traits,
          .says_all = card.majors <= 1 && !card.judges_major() && card.offer < CardDigest::kMostOffer};
}

inline PostingCard card_of(std::uint32_t posting, const PostingFacts& facts) {
  PostingCard card{
      .posting = posting,
      .employer = facts.employer,
      .offer = facts.offer,
      .area = index_of(facts.region),
      .traits = traits_of(facts.kind, facts.fresh, facts.min_rank,
                          !facts.required.empty() || !facts.preferred.empty()),
      .majors = static_cast<std::uint8_t>(std::min(facts.majors.size(), PostingCard::kMostMajors + 1))};
  card.majors_strict = facts.majors_strict;
  card.requires_some = !facts.required.empty();
  if (card.has_all_entries()) std::ranges::copy(facts.majors, card.entries.begin());
  return card;
}

}  // namespace talentmatch
