#pragma once
// What a change of one record would open (spec 2), exact over all records of a snapshot: no filter, cap or
// page of the options is looked at. One pass over the other side asks which single gate stands in the way of
// each pair; the k-th score is looked for only among pairs whose score can change. Any thread, with a Ranker
// of its own. O(n) for n records of the other side, a few milliseconds at portal scale, whatever the number
// of changes.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/ranking/ranker.hpp"

namespace talentmatch {

enum class ChangeKind : std::uint8_t {
  certificate,  // of a graduate
  kind,
  wishes_only,
  min_level,  // of a posting
  certificate_dropped,
  certificate_lower,
  majors_strict,
  fresh_graduates
};
template <>
inline constexpr std::array<std::string_view, 8> words<ChangeKind>{
    "certificate",       "kind",          "wishes_only",    "min_level", "certificate_dropped",
    "certificate_lower", "majors_strict", "fresh_graduates"};

struct Change {
  ChangeKind kind{};
  CertificateId certificate{};  // of the three that name one
  // certificate: held then, 1…3; certificate_dropped: asked until then; certificate_lower: asked then;
  // min_level: rank asked then, 1…4.
  std::uint8_t level = 0;
  PostingKind posting_kind{};  // accepted then

  friend bool operator==(const Change&, const Change&) = default;
};

struct Counterfactual {
  Change change;
  std::uint64_t opens = 0;                // pairs that pass all gates after the change minus before
  std::optional<std::int32_t> kth_score;  // after it; none if there are fewer than k pairs
};

struct Counterfactuals {
  GateSet own_gates;                      // that the record fails by itself: nothing is told then
  std::optional<std::int32_t> kth_score;  // as the record is
  std::vector<Counterfactual> changes;    // in a fixed order, also those without effect
};

// Each certificate and level not held on the day, each further kind, wishes_only off.
Counterfactuals gaps(const Snapshot& snapshot, const GraduateFacts& graduate, const RankOptions& options,
                     Ranker& ranker);
// min_level one step lower, each required certificate dropped or one level lower, majors_strict off,
// fresh_graduates allowed.
Counterfactuals relaxations(const Snapshot& snapshot, const PostingFacts& posting, const RankOptions& options,
                            Ranker& ranker);

// k, perspective, weights and day: what is left of options that all pairs count for.
RankOptions for_all_pairs(const RankOptions& options);

}  // namespace talentmatch
