#pragma once
// All of a posting that most graduates' lists ask of it, in 28 bytes: cards that are looked through together
// lie beside each other, so that no row is fetched for those that are passed over.

#include <array>
#include <cstdint>
#include <span>

#include "engine/market/facts.hpp"
#include "engine/market/segment.hpp"
#include "engine/ranking/posting_digest.hpp"

namespace talentmatch {

struct PostingCard {
  static constexpr std::size_t kMostMajors = 5;

  std::uint32_t posting = 0;  // of the field
  Slot employer = kNoSlot;
  std::int32_t offer = 0;
  std::uint16_t area = 0;          // its region
  std::uint8_t traits = 0;         // traits_of
  std::uint8_t majors = 0;         // how many entries it accepts, at most kMostMajors + 1
  bool judges_major : 1 = false;   // strict, or an internship: the gate asks more than affinity
  bool requires_some : 1 = false;  // certificates
  std::array<EntryId, kMostMajors> entries{};

  bool asks() const { return asks_certificates(traits); }
  bool has_all_entries() const { return majors <= kMostMajors; }
};

inline PostingCard card_of(std::uint32_t posting, const PostingRow& row, const PostingFacts& facts) {
  PostingCard card{
      .posting = posting,
      .employer = row.employer,
      .offer = row.offer,
      .area = index_of(row.region),
      .traits = traits_of(row.kind, row.fresh, row.min_rank, row.asks_certificates),
      .majors = static_cast<std::uint8_t>(std::min(facts.majors.size(), PostingCard::kMostMajors + 1))};
  card.judges_major = !facts.majors.empty() && (row.majors_strict || row.kind == PostingKind::internship);
  card.requires_some = !facts.required.empty();
  if (card.has_all_entries()) std::ranges::copy(facts.majors, card.entries.begin());
  return card;
}

}  // namespace talentmatch
