#pragma once
// What graduates' lists ask of a posting, so that no row is fetched: all that most lists ask in a card of 32
// bytes, by posting; before it an entry of 16 bytes that turns most postings away, in the order in which they
// are looked through.

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/market/facts.hpp"
#include "engine/ranking/posting_digest.hpp"

namespace talentmatch {

// A bit for each certificate; some share one.
constexpr std::uint32_t certificate_bit(CertificateId certificate) {
  return std::uint32_t{1} << (index_of(certificate) % 32U);
}

struct PostingCard {
  static constexpr std::size_t kMostMajors = 5;

  Slot employer = kNoSlot;
  std::int32_t offer = 0;
  std::uint32_t asked = 0;  // certificates
  std::uint16_t area = 0;   // its region
  std::uint16_t key = 0;    // the only accepted entry, or PostingKeys: any, of_family, several
  std::uint8_t traits = 0;  // traits_of
  std::uint8_t majors = 0;  // how many entries it accepts, at most kMostMajors + 1
  bool majors_strict : 1 = false;
  bool requires_some : 1 = false;  // certificates
  std::array<EntryId, kMostMajors> entries{};

  bool asks() const { return asks_certificates(traits); }
  PostingKind kind() const { return static_cast<PostingKind>(traits & 3U); }
  bool judges_major() const { return majors_strict || kind() == PostingKind::internship; }
  bool has_all_entries() const { return majors <= kMostMajors; }
  // Met by everybody whose major it accepts, if there is no tie.
  bool is_common() const { return !requires_some && kind() != PostingKind::order_class; }
};

struct ListedPosting {
  static constexpr std::uint16_t kMostOffer = 0xFFFF;
  static constexpr std::uint32_t kAnyTail = 0xFFFF'FFFF;

  std::uint32_t posting = 0;         // of the field
  std::uint32_t weakest = kAnyTail;  // OpenTiers: the worst tail of a short claim that it takes
  std::uint16_t area = 0;            // its region
  std::uint16_t offer = 0;           // kMostOffer = that or more
  std::uint16_t key = 0;             // of the card
  std::uint8_t affinity = 0;         // PostingTiers: to the tier's major
  std::uint8_t traits = 0;           // traits_of
};

inline ListedPosting listed(std::uint32_t posting, const PostingCard& card, std::uint8_t affinity = 0) {
  const auto offer = std::min<std::int32_t>(card.offer, ListedPosting::kMostOffer);
  return {.posting = posting,
          .area = card.area,
          .offer = static_cast<std::uint16_t>(offer),
          .key = card.key,
          .affinity = affinity,
          .traits = card.traits};
}

}  // namespace talentmatch
