#pragma once
// What gates and scores see of a graduate and of a posting: flat values, defaults applied, employers and
// schools as slots. Spans point into the snapshot (or the encoded profile) that the facts were taken from.

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "engine/model/date.hpp"
#include "engine/model/ids.hpp"
#include "engine/model/vocabulary.hpp"

namespace talentmatch {

// Stable numbers of employers and schools within one process; kNoSlot = none.
using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = std::numeric_limits<Slot>::max();
inline constexpr RegionId kNoRegion{std::numeric_limits<std::uint16_t>::max()};
inline constexpr Date kNeverPosted{
    std::numeric_limits<std::int32_t>::min()};  // no date: counts as the oldest
inline constexpr Date kOpenEnd{std::numeric_limits<std::int32_t>::max()};

struct CertificateLevelPair {
  CertificateId certificate{};
  std::uint8_t level = 1;  // 1…3
};

struct Holding {
  CertificateId certificate{};
  std::uint8_t level = 1;
  Date expires = kOpenEnd;  // last day on which it counts
};

struct OwnTie {
  Slot employer = kNoSlot;
  std::uint8_t value = 0;  // 100 bound/order_class/apprenticeship, 80 intern
  GraduateTieKind kind{};
};

using KindSet = std::uint8_t;  // bit per PostingKind
constexpr KindSet kind_bit(PostingKind kind) {
  return static_cast<KindSet>(1U << static_cast<unsigned>(kind));
}

struct GraduateFacts {
  std::string_view id;  // empty for a profile given with a request
  Slot school = kNoSlot;
  MajorId major{};
  Level level{};
  std::int32_t year = 0;
  GraduateStatus status = GraduateStatus::seeking;
  bool opt_out = false;
  bool wishes_only = false;
  KindSet kinds = kind_bit(PostingKind::job);
  std::int32_t expected_pay = 0;  // yuan a month, 0 = not given
  RegionId home = kNoRegion;
  std::span<const RegionId> wishes;
  std::span<const Holding> certificates;
  std::span<const OwnTie> ties;
};

struct PostingFacts {
  std::string_view id;  // empty for a posting given with a request
  Slot employer = kNoSlot;
  Slot school = kNoSlot;  // an order class's own
  RegionId region{};
  PostingKind kind = PostingKind::job;
  bool open = true;
  bool majors_strict = false;
  FreshGraduates fresh = FreshGraduates::allowed;
  std::uint8_t min_rank = 0;  // 1…5, 0 = none asked
  std::int32_t headcount = 1;
  std::int32_t taken = 0;  // confirmed placements
  std::int32_t offer = 0;  // yuan a month as spec 2 averages it, 0 = not given
  Date posted = kNeverPosted;
  Date closes = kOpenEnd;
  std::span<const EntryId> majors;
  std::span<const CertificateLevelPair> required;
  std::span<const CertificateLevelPair> preferred;
};

}  // namespace talentmatch
