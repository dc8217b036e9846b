#pragma once
// Gates and scores of one pair, by the letter of specs 1 and 2. This is the definition that every faster path
// is tested against; it is also what explanations are made from.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/market/facts.hpp"
#include "engine/ranking/options.hpp"

namespace talentmatch {

enum class Gate : std::uint8_t {  // in the order in which they are checked
  posting_closed,
  employer_inactive,
  graduate_unavailable,
  kind,
  level,
  fresh,
  certificate,
  major,
  region,
  tie_only
};
template <>
inline constexpr std::array<std::string_view, 10> words<Gate>{"POSTING_CLOSED",
                                                              "EMPLOYER_INACTIVE",
                                                              "GRADUATE_UNAVAILABLE",
                                                              "KIND",
                                                              "LEVEL",
                                                              "FRESH",
                                                              "CERTIFICATE",
                                                              "MAJOR",
                                                              "REGION",
                                                              "TIE_ONLY"};

class GateSet {  // a set of failed gates
 public:
  constexpr void add(Gate gate) { bits_ = static_cast<std::uint16_t>(bits_ | bit(gate)); }
  constexpr bool has(Gate gate) const { return (bits_ & bit(gate)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr bool only(Gate gate) const { return bits_ == bit(gate); }
  friend bool operator==(GateSet, GateSet) = default;

 private:
  static constexpr std::uint16_t bit(Gate gate) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(gate));
  }
  std::uint16_t bits_ = 0;
};

// v of each component, 0…100, in the order of EmployerComponent and GraduateComponent.
struct ComponentValues {
  std::array<std::int32_t, 4> employer{};
  std::array<std::int32_t, 4> graduate{};
};

struct Scores {
  std::int32_t employer_view = 0;  // E, 0…1000
  std::int32_t graduate_view = 0;  // S, 0…1000
  std::int32_t mutual = 0;

  std::int32_t of(Perspective perspective) const {
    if (perspective == Perspective::mutual) return mutual;
    return perspective == Perspective::employer ? employer_view : graduate_view;
  }
};

// Facts of the world outside the pair that its evaluation needs.
struct PairContext {
  const Catalog& catalog;
  Date as_of;
  bool employer_active = true;
  // Of the graduate's school with the posting's employer, current at as_of (any kind and major).
  bool school_tied = false;
};

constexpr std::int32_t points(std::int32_t weight, std::int32_t value) {
  return weight * value / 100;
}
constexpr std::int32_t mutual_score(std::int32_t e, std::int32_t s) {
  return e + s == 0 ? 0 : 2 * e * s / (e + s);
}

GateSet failed_gates(const GraduateFacts& graduate, const PostingFacts& posting, const PairContext& context);
// The gates that a record fails whatever stands on the other side.
GateSet own_gates(const GraduateFacts& graduate);
GateSet own_gates(const PostingFacts& posting, const PairContext& context);
ComponentValues component_values(const GraduateFacts& graduate, const PostingFacts& posting,
                                 const PairContext& context);
Scores scores(const ComponentValues& values, const Weights& weights);

// The single terms, also used by explanation and by the tables of the fast paths.
std::int32_t posting_affinity(const Catalog& catalog, MajorId major, std::span<const EntryId> entries);
// Highest level of the certificate that is valid on the day, 0 = not held.
std::int32_t held_level(std::span<const Holding> holdings, CertificateId certificate, Date as_of);
std::int32_t certificate_value(const GraduateFacts& graduate, const PostingFacts& posting, Date as_of);
std::int32_t level_value(int rank, std::uint8_t min_rank);
std::int32_t region_value(const Catalog& catalog, const GraduateFacts& graduate, RegionId region);
constexpr std::int32_t pay_value(std::int32_t offer, std::int32_t expected) {
  if (offer == 0 || expected == 0) return 50;
  return offer >= expected ? 100 : static_cast<std::int32_t>(std::int64_t{100} * offer / expected);
}

}  // namespace talentmatch
