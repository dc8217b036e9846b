#pragma once
// The answers of spec 4 as JSON bytes, fields in the order that it fixes. Each call appends one complete
// object to `out` and keeps nothing. Views must live until the call returns. O(bytes written).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/market/snapshot.hpp"
#include "engine/ranking/explanation.hpp"
#include "storage/codec/rank_request.hpp"
#include "storage/codec/record_json.hpp"

namespace talentmatch {

struct FailedGate {
  Gate gate{};
  std::string text;
};

struct RankedEntry {
  std::string_view id;  // of the ranked side
  Scores scores{};
  std::span<const Reason> reasons{};  // written only with `explain`
};

struct RankingAnswer {
  std::string_view version;
  Date as_of;
  Side side = Side::postings;  // which side the results are of
  std::string_view asking{};   // id of the record that asks, where the answer must tell; else empty
  bool personalized = true;    // false: no perspective, weights and scores
  bool explain = false;
  Perspective perspective = Perspective::mutual;
  Weights weights{};
  std::span<const RankedEntry> results{};
  std::span<const FailedGate> gates{};     // of the asking record by itself; left out when there are none
  std::string_view cursor{};               // of the next page; empty = null
  std::optional<bool> version_changed{};   // only in the answer to a cursor
  std::span<const Replacement> notices{};  // of a profile; left out when there are none
};

void append_ranking(std::string& out, const RankingAnswer& answer);

struct ExplainAnswer {
  std::string_view version;
  Date as_of;
  std::string_view graduate;
  std::string_view posting;
  Perspective perspective = Perspective::mutual;
  Weights weights{};
  std::span<const FailedGate> gates{};  // none = the pair is proposed
  Scores scores{};
  std::uint64_t rank = 0;                       // from 1, among all postings of the graduate; proposed only
  std::optional<std::int32_t> missing_score{};  // what it lacks to enter the top k; proposed only
  std::span<const Reason> reasons{};
  std::string_view fusion{};
};

void append_explain(std::string& out, const ExplainAnswer& answer);

// {"error":{…}}
void append_error(std::string& out, const Error& error, Language language);

// Counts, the sum of headcounts and 求人倍率 (open seats per seeking graduate, two decimals rounded down,
// null without any).
void append_stats(std::string& out, std::string_view version, const MarketCounts& counts);

}  // namespace talentmatch
