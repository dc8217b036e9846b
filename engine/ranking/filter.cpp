#include "engine/ranking/filter.hpp"

namespace talentmatch {
namespace {

constexpr std::uint64_t key_of(RowRef ref) {
  return std::uint64_t{ref.segment} << 32U | ref.row;
}

}  // namespace

RegionFilter::RegionFilter(const Catalog& catalog, std::span<const RegionId> regions) {
  for (const RegionId region : regions) ranges_.push_back(catalog.parts_of(region));
}

RankSet::RankSet(std::span<const Level> levels) {
  for (const Level level : levels) bits_ = static_cast<std::uint8_t>(bits_ | 1U << rank_of(level));
  if (levels.empty()) bits_ = 0xFF;
}

void RowExclusion::add(std::optional<RowRef> ref) {
  if (ref) rows_.push_back(key_of(*ref));
}

void RowExclusion::seal() {
  std::ranges::sort(rows_);
}

bool RowExclusion::has(RowRef ref) const {
  return !rows_.empty() && std::ranges::binary_search(rows_, key_of(ref));
}

PostingFilter::PostingFilter(const Snapshot& snapshot, const RankOptions& options)
    : kinds(options.kinds.value_or(KindSet{7})),
      ranks(options.levels),
      regions(snapshot.catalog(), options.regions),
      employers(snapshot.employers(), options.employers) {
  for (const auto& id : options.exclude) excluded.add(snapshot.find_posting(id));
  excluded.seal();
}

GraduateFilter::GraduateFilter(const Snapshot& snapshot, const RankOptions& options)
    : ranks(options.levels),
      regions(snapshot.catalog(), options.regions),
      schools(snapshot.schools(), options.schools),
      table_(&snapshot.schools()) {
  for (const auto& id : options.exclude) excluded.add(snapshot.find_graduate(id));
  excluded.seal();
}

std::vector<Slot> GraduateFilter::passing_schools() const {
  std::vector<Slot> passing;
  for (Slot school = 0; school < table_->slots(); ++school) {
    if ((*table_)[school].exists && schools.passes(school) && school_region_passes(school))
      passing.push_back(school);
  }
  return passing;
}

}  // namespace talentmatch
