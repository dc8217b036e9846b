#include "storage/service/placements/placement_report.hpp"

#include <fmt/format.h>

#include "engine/placement/report.hpp"

namespace talentmatch {
namespace {

std::string rate_json(const PlacementRate& rate) {
  return fmt::format(R"({{"graduates":{},"placed":{}}})", rate.graduates, rate.placed);
}

// {"key":{…},…}; `name` gives a key's text.
template <class Map, class Name>
std::string rates_json(const Map& rates, Name name) {
  std::string out = "{";
  for (const auto& [key, rate] : rates) {
    fmt::format_to(std::back_inserter(out), R"({}"{}":{})", out.size() == 1 ? "" : ",", name(key),
                   rate_json(rate));
  }
  return out + "}";
}

std::string reasons_json(const PlacementReport& report) {
  std::string out = "{";
  for (std::size_t i = 0; i < report.by_reason.size(); ++i) {
    fmt::format_to(std::back_inserter(out), R"({}"{}":{})", i == 0 ? "" : ",", words<PlacementReason>[i],
                   report.by_reason[i]);
  }
  return out + "}";
}

std::string ranks_json(const PlacementReport& report) {
  std::string out = "{";
  for (const RankRow& row : rank_rows(report.by_rank)) {
    const auto name =
        row.first == row.last ? std::to_string(row.last) : fmt::format("{}-{}", row.first, row.last);
    fmt::format_to(std::back_inserter(out), R"({}"{}":{})", out.size() == 1 ? "" : ",", name, row.graduates);
  }
  return out + "}";
}

std::string groups_json(const PlacementReport& report, const Snapshot& snapshot) {
  const Catalog& catalog = snapshot.catalog();
  const auto level = [](Level one) { return word(one); };
  const auto entry = [&](EntryId one) { return catalog.code_of(one); };
  const auto region = [&](RegionId one) { return one == kNoRegion ? "" : catalog.code_of(one); };
  const auto school = [&](Slot one) {
    return one == kNoSlot ? std::string() : snapshot.schools().id_of(one);
  };
  return fmt::format(R"("by_level":{},"by_class":{},"by_region":{},"by_school":{})",
                     rates_json(report.by_level, level), rates_json(report.by_class, entry),
                     rates_json(report.by_region, region), rates_json(report.by_school, school));
}

std::string verification_json(const Verification& found) {
  return fmt::format(
      R"({{"passed":{},"over_capacity":{},"gate_failures":{},"quota_failures":{},"blocking_pairs":{},"pairs_checked":{}}})",
      found.passed(), found.over_capacity, found.gate_failures, found.quota_failures, found.blocking_pairs,
      found.pairs_checked);
}

// Members that all modes with one posting a graduate share.
std::string common_json(const PlacementResult& result) {
  const auto report = report_of(result);
  return fmt::format(
      R"("graduates":{},"postings":{},"placed":{},"reasons":{},"ranks":{},"gini_of_rank":{},{},)"
      R"("seats":{},"free_seats":{},"reserve":{{"need":{},"filled":{},"released":{}}},)"
      R"("matching_major":{},"in_school_province":{},"by_lottery":{},"verification":{},"hash":"{:016x}")",
      report.all.graduates, result.postings.size(), report.all.placed, reasons_json(report),
      ranks_json(report), report.gini_of_rank, groups_json(report, result.field->snapshot()), report.seats,
      report.free_seats, report.reserve_need, report.reserve_filled, report.reserve_released,
      report.matching_major, report.in_school_province, report.by_lottery,
      verification_json(result.verification), result.hash);
}

}  // namespace

std::string report_json(const PlacementResult& result) {
  return "{" + common_json(result) + "}";
}

std::string report_json(const MaxScoreRun& run) {
  return fmt::format(R"({{{},"total":{},"bound":{},"gap_millionths":{}}})", common_json(run.placement),
                     run.total, run.bound, run.gap);
}

std::string report_json(const ListsRun& run) {
  const auto& found = run.verification;
  std::size_t with_list = 0;
  for (std::uint32_t g = 0; g < run.granted.graduates(); ++g) {
    with_list += run.granted.of(g).empty() ? 0U : 1U;
  }
  return fmt::format(
      R"({{"graduates":{},"postings":{},"with_list":{},"granted":{},)"
      R"("verification":{{"passed":{},"over_length":{},"over_capacity":{},"blocking_pairs":{}}},"hash":"{:016x}"}})",
      run.granted.graduates(), run.market.setup.field->postings(), with_list, run.granted.choices.size(),
      found.passed(), found.over_length, found.over_capacity, found.blocking_pairs, run.hash);
}

}  // namespace talentmatch
