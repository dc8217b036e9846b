#include "storage/service/placements/placement_report.hpp"

#include <array>

#include <fmt/format.h>

namespace talentmatch {
namespace {

struct Figures {
  std::array<std::size_t, words<PlacementReason>.size()> reasons{};
  std::array<std::size_t, 6> ranks{};  // 1, 2, 3, 4…10, 11…50, beyond
  std::int64_t employer_views = 0;
  std::int64_t graduate_views = 0;
  std::size_t placed = 0;
};

std::size_t rank_class(std::uint32_t rank) {
  if (rank <= 3) return rank - 1;
  return rank <= 10 ? 3 : rank <= 50 ? 4 : 5;
}

Figures figures_of(std::span<const Assignment> assignments) {
  Figures figures;
  for (const Assignment& one : assignments) {
    ++figures.reasons[static_cast<std::size_t>(one.reason)];
    if (one.posting == kUnplaced) continue;
    ++figures.placed;
    figures.employer_views += one.employer_view;
    figures.graduate_views += one.graduate_view;
    if (one.rank != 0) ++figures.ranks[rank_class(one.rank)];
  }
  return figures;
}

std::string reasons_json(const Figures& figures) {
  std::string out;
  for (std::size_t i = 0; i < figures.reasons.size(); ++i) {
    fmt::format_to(std::back_inserter(out), R"({}"{}":{})", i == 0 ? "" : ",", words<PlacementReason>[i],
                   figures.reasons[i]);
  }
  return out;
}

std::string seats_json(std::span<const PostingOutcome> postings) {
  std::int64_t seats = 0;
  std::int64_t filled = 0;
  std::int64_t reserved = 0;
  std::int64_t filled_reserved = 0;
  std::int64_t released = 0;
  for (const auto& posting : postings) {
    seats += posting.seats;
    filled += posting.filled;
    reserved += posting.reserved;
    filled_reserved += posting.filled_reserved;
    released += posting.released;
  }
  return fmt::format(
      R"({{"seats":{},"filled":{},"free":{},"reserved":{},"filled_reserved":{},"released":{}}})", seats,
      filled, seats - filled, reserved, filled_reserved, released);
}

std::string verification_json(const Verification& found) {
  return fmt::format(
      R"({{"passed":{},"over_capacity":{},"gate_failures":{},"quota_failures":{},"blocking_pairs":{},"pairs_checked":{}}})",
      found.passed(), found.over_capacity, found.gate_failures, found.quota_failures, found.blocking_pairs,
      found.pairs_checked);
}

// Members that all modes with one posting a graduate share.
std::string common_json(const PlacementResult& result) {
  const auto figures = figures_of(result.assignments);
  const auto mean = [&](std::int64_t sum) {
    return figures.placed == 0 ? 0 : sum / static_cast<std::int64_t>(figures.placed);
  };
  const auto& r = figures.ranks;
  return fmt::format(
      R"("graduates":{},"postings":{},"placed":{},"reasons":{{{}}},"ranks":{{"1":{},"2":{},"3":{},"4-10":{},"11-50":{},"51-":{}}},)"
      R"("mean_employer_view":{},"mean_graduate_view":{},"places":{},"verification":{},"hash":"{:016x}")",
      result.assignments.size(), result.postings.size(), figures.placed, reasons_json(figures), r[0], r[1],
      r[2], r[3], r[4], r[5], mean(figures.employer_views), mean(figures.graduate_views),
      seats_json(result.postings), verification_json(result.verification), result.hash);
}

}  // namespace

std::string report_of(const PlacementResult& result) {
  return "{" + common_json(result) + "}";
}

std::string report_of(const MaxScoreRun& run) {
  return fmt::format(R"({{{},"total":{},"bound":{},"gap_millionths":{}}})", common_json(run.placement),
                     run.total, run.bound, run.gap);
}

std::string report_of(const ListsRun& run) {
  const auto& found = run.verification;
  std::size_t with_list = 0;
  for (std::uint32_t g = 0; g < run.granted.graduates(); ++g)
    with_list += run.granted.of(g).empty() ? 0U : 1U;
  return fmt::format(
      R"({{"graduates":{},"postings":{},"with_list":{},"granted":{},)"
      R"("verification":{{"passed":{},"over_length":{},"over_capacity":{},"blocking_pairs":{}}},"hash":"{:016x}"}})",
      run.granted.graduates(), run.market.setup.field->postings(), with_list, run.granted.choices.size(),
      found.passed(), found.over_length, found.over_capacity, found.blocking_pairs, run.hash);
}

}  // namespace talentmatch
