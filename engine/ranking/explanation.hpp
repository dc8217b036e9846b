#pragma once
// Why a pair has its scores, or why it may not be proposed, in Chinese and English. The points of the reasons
// add up exactly to the two views. Sentences name codes' names, levels, dates and pay; never anything about a
// person that the two records do not need for the gate or component at hand. Computed for winners only: each
// call is O(length of the two records' lists). Any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/evaluation.hpp"
#include "engine/ranking/options.hpp"

namespace talentmatch {

struct Reason {
  std::string_view view;       // "employer" or "graduate"
  std::string_view component;  // a word of EmployerComponent or GraduateComponent
  std::int32_t value = 0;      // 0…100
  std::int32_t weight = 0;     // of 1000
  std::int32_t points = 0;     // ⌊weight·value/100⌋
  std::string text;
};

// Eight reasons: employer major, certificates, level, tie; graduate region, major, pay, tie. The values must
// be component_values() of this very pair on this day.
std::vector<Reason> reasons(const Snapshot& snapshot, const GraduateFacts& graduate,
                            const PostingFacts& posting, const ComponentValues& values,
                            const Weights& weights, Date as_of, Language language);

// Why the gate fails. Gates of one record alone need only that one, the other may be null; for a gate of the
// pair both must be given, else the text is empty.
std::string gate_text(Gate gate, const Snapshot& snapshot, const GraduateFacts* graduate,
                      const PostingFacts* posting, Date as_of, Language language);

// How the two views make the score: "2·790·835/(790+835) = 811".
std::string fusion_text(const Scores& scores, Perspective perspective, Language language);

}  // namespace talentmatch
