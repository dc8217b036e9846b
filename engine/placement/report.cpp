#include "engine/placement/report.hpp"

#include <algorithm>

#include "engine/ranking/evaluation.hpp"

namespace talentmatch {
namespace {

RegionId province_of(const Catalog& catalog, RegionId region) {
  return RegionId{catalog.province_of(region).first};
}

bool is_member(const PlacementResult& result, std::uint32_t graduate) {
  return !result.members.empty() && result.members[graduate] != 0;
}

// Was it the lottery that decided between this graduate and the next?
bool by_lottery(const PlacementResult& result, std::uint32_t graduate, const Assignment& got) {
  const PostingOutcome& posting = result.postings[got.posting];
  const Cutoff& cutoff = is_member(result, graduate) ? posting.reserve : posting.open;
  return got.reason == PlacementReason::placed && !cutoff.open && !cutoff.shut &&
         cutoff.employer_view == got.employer_view;
}

// Σᵢ (2i - n - 1)·rankᵢ / (n·Σ rank), i from 1 in ascending order.
std::int32_t gini(const std::map<std::uint32_t, std::uint64_t>& by_rank) {
  std::int64_t n = 0;
  for (const auto& [rank, count] : by_rank) n += static_cast<std::int64_t>(count);
  std::int64_t before = 0;
  std::int64_t sum = 0;
  std::int64_t weighted = 0;
  for (const auto& [rank, number] : by_rank) {
    const auto count = static_cast<std::int64_t>(number);
    // Σ of 2i - n - 1 over i = before + 1 … before + count.
    weighted += std::int64_t{rank} * count * (2 * before + count - n);
    sum += std::int64_t{rank} * count;
    before += count;
  }
  return sum == 0 ? 0 : static_cast<std::int32_t>(weighted * 1000 / n / sum);
}

void add_graduate(PlacementReport& report, const PlacementResult& result, std::uint32_t g) {
  const Field& field = *result.field;
  const Catalog& catalog = field.snapshot().catalog();
  const Assignment& got = result.assignments[g];
  const GraduateFacts facts = field.graduate(g);
  const auto count = [&](PlacementRate& rate) {
    ++rate.graduates;
    rate.placed += got.posting != kUnplaced ? 1U : 0U;
  };
  ++report.by_reason[static_cast<std::size_t>(got.reason)];
  count(report.all);
  count(report.by_level[facts.level]);
  count(report.by_class[catalog.class_of(facts.major)]);
  if (facts.school == kNoSlot) return;
  count(report.by_school[facts.school]);
  count(report.by_region[province_of(catalog, field.snapshot().schools()[facts.school].region)]);
}

void add_placed(PlacementReport& report, const PlacementResult& result, std::uint32_t g,
                std::int32_t threshold) {
  const Field& field = *result.field;
  const Catalog& catalog = field.snapshot().catalog();
  const Assignment& got = result.assignments[g];
  const GraduateFacts graduate = field.graduate(g);
  const PostingFacts posting = field.posting(got.posting);
  if (got.rank > 0) ++report.by_rank[got.rank];
  report.matching_major += posting_affinity(catalog, graduate.major, posting.majors) >= threshold ? 1U : 0U;
  report.by_lottery += by_lottery(result, g, got) ? 1U : 0U;
  if (graduate.school == kNoSlot) return;
  const auto home = province_of(catalog, field.snapshot().schools()[graduate.school].region);
  report.in_school_province += province_of(catalog, posting.region) == home ? 1U : 0U;
}

}  // namespace

PlacementReport report_of(const PlacementResult& result, std::int32_t threshold) {
  PlacementReport report;
  for (std::uint32_t g = 0; g < result.assignments.size(); ++g) {
    add_graduate(report, result, g);
    if (result.assignments[g].posting != kUnplaced) add_placed(report, result, g, threshold);
  }
  for (const PostingOutcome& posting : result.postings) {
    report.seats += static_cast<std::uint64_t>(posting.seats);
    report.free_seats += static_cast<std::uint64_t>(posting.free());
    report.reserve_filled += static_cast<std::uint64_t>(posting.filled_reserved);
    report.reserve_released += static_cast<std::uint64_t>(posting.released);
  }
  for (const EmployerReserve& employer : result.reserves) {
    report.reserve_need += static_cast<std::uint64_t>(employer.need);
  }
  report.gini_of_rank = gini(report.by_rank);
  return report;
}

std::vector<RankRow> rank_rows(const std::map<std::uint32_t, std::uint64_t>& by_rank) {
  std::vector<RankRow> rows;
  RankRow row{.first = 1, .last = 1};
  std::size_t number = 0;
  for (auto at = by_rank.begin(); at != by_rank.end();) {
    for (; at != by_rank.end() && at->first <= row.last; ++at) row.graduates += at->second;
    if (row.graduates != 0) rows.push_back(row);
    ++number;
    const bool to_five = number >= 10 && number % 3 == 2;  // 21…50, 201…500
    const auto last = number < 10 ? row.last + 1 : to_five ? row.last * 5 / 2 : row.last * 2;
    row = {.first = row.last + 1, .last = last};
  }
  return rows;
}

std::vector<Moved> difference(const PlacementResult& before, const PlacementResult& after) {
  const auto posting = [](const PlacementResult& result, std::uint32_t g) {
    const auto row = result.assignments[g].posting;
    return row == kUnplaced ? std::string{} : std::string(result.field->posting_id(row));
  };
  std::vector<Moved> moved;
  const auto add = [&](std::string_view id, std::string a, std::string b) {
    if (a != b) moved.push_back({std::string(id), std::move(a), std::move(b)});
  };
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  while (a < before.field->graduates() || b < after.field->graduates()) {
    const bool a_left = a < before.field->graduates();
    const bool b_left = b < after.field->graduates();
    const auto a_id = a_left ? before.field->graduate_id(a) : std::string_view{};
    const auto b_id = b_left ? after.field->graduate_id(b) : std::string_view{};
    if (a_left && (!b_left || a_id < b_id)) {
      add(a_id, posting(before, a++), {});
    } else if (b_left && (!a_left || b_id < a_id)) {
      add(b_id, {}, posting(after, b++));
    } else {
      add(a_id, posting(before, a++), posting(after, b++));
    }
  }
  return moved;
}

}  // namespace talentmatch
