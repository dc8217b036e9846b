#include "engine/market/placement_book.hpp"

#include <algorithm>

namespace talentmatch {

void PlacementBook::put(const Placement& placement, std::vector<std::string>& touched) {
  remove(placement.id, touched);
  Row row{.graduate = placement.graduate,
          .posting = placement.posting.value_or(""),
          .employer = placement.employer.value_or(""),
          .confirmed = placement.status == PlacementStatus::confirmed};
  count(row, 1, touched);
  by_graduate_.emplace(row.graduate, placement.id);
  rows_.emplace(placement.id, std::move(row));
}

void PlacementBook::remove(std::string_view id, std::vector<std::string>& touched) {
  const auto at = rows_.find(id);
  if (at == rows_.end()) return;
  count(at->second, -1, touched);
  const auto [first, last] = by_graduate_.equal_range(at->second.graduate);
  by_graduate_.erase(std::find_if(first, last, [id](const auto& entry) { return entry.second == id; }));
  rows_.erase(at);
}

void PlacementBook::count(const Row& row, std::int32_t by, std::vector<std::string>& touched) {
  if (!row.confirmed || row.posting.empty()) return;
  const auto at = taken_.try_emplace(row.posting, 0).first;
  at->second += by;
  if (at->second == 0) taken_.erase(at);
  touched.push_back(row.posting);
}

std::int32_t PlacementBook::taken(std::string_view posting) const {
  const auto at = taken_.find(posting);
  return at == taken_.end() ? 0 : at->second;
}

std::vector<std::string> PlacementBook::of_graduate(std::string_view graduate) const {
  std::vector<std::string> ids;
  const auto [first, last] = by_graduate_.equal_range(graduate);
  for (auto at = first; at != last; ++at) ids.push_back(at->second);
  std::ranges::sort(ids);
  return ids;
}

bool PlacementBook::names_employer(std::string_view employer) const {
  return std::ranges::any_of(rows_,
                             [employer](const auto& entry) { return entry.second.employer == employer; });
}

}  // namespace talentmatch
