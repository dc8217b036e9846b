#include "engine/market/actors.hpp"

#include <algorithm>
#include <tuple>

namespace talentmatch {

std::optional<Slot> SlotMap::find(std::string_view id) const {
  const auto at = slots_.find(id);
  return at == slots_.end() ? std::nullopt : std::optional{at->second};
}

Slot SlotMap::assign(std::string_view id) {
  const auto [at, added] = slots_.try_emplace(std::string(id), static_cast<Slot>(ids_.size()));
  if (added) ids_.emplace_back(id);
  return at->second;
}

TieTable::TieTable(std::vector<TieRow> rows) : by_school_(std::move(rows)), by_employer_(by_school_) {
  std::ranges::sort(by_school_, {},
                    [](const TieRow& t) { return std::tuple(t.school, t.employer, t.kind, t.starts); });
  std::ranges::sort(by_employer_, {},
                    [](const TieRow& t) { return std::tuple(t.employer, t.school, t.kind, t.starts); });
}

std::span<const TieRow> TieTable::of_school(Slot school) const {
  return std::ranges::equal_range(by_school_, school, {}, &TieRow::school);
}

std::span<const TieRow> TieTable::of_employer(Slot employer) const {
  return std::ranges::equal_range(by_employer_, employer, {}, &TieRow::employer);
}

bool TieTable::tied(Slot school, Slot employer, Date as_of) const {
  const auto ties = std::ranges::equal_range(of_school(school), employer, {}, &TieRow::employer);
  return std::ranges::any_of(ties, [as_of](const TieRow& tie) { return tie.current(as_of); });
}

}  // namespace talentmatch
