#include "engine/catalog/continuations.hpp"

#include <algorithm>

namespace talentmatch {

Result<Continuations> Continuations::build(std::span<const ProgressionRow> rows, const MajorTable& majors) {
  std::vector<std::pair<std::uint16_t, MajorId>> links;
  links.reserve(rows.size() * 2);
  for (const auto& row : rows) {
    const auto from = majors.find_major(row.from);
    if (!from) return fail(bad_row("progressions", row.from, "no such major"));
    const auto to = majors.find_major(row.to);
    if (!to) return fail(bad_row("progressions", row.to, "no such major"));
    links.emplace_back(index_of(*from), *to);
    links.emplace_back(index_of(*to), *from);
  }
  std::ranges::sort(links);
  const auto repeated = std::ranges::unique(links);
  links.erase(repeated.begin(), repeated.end());
  Continuations continuations;
  continuations.linked_ = Grouped<MajorId>(majors.major_count(), links);
  return continuations;
}

bool Continuations::contains(MajorId a, MajorId b) const {
  return std::ranges::binary_search(of(a), b);
}

}  // namespace talentmatch
