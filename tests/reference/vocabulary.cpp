#include "tests/reference/vocabulary.hpp"

namespace talentmatch::reference {
namespace {

std::string step(std::string_view from, std::string_view to) {
  return std::string{from} + ">" + std::string{to};
}

}  // namespace

Vocabulary::Vocabulary(std::shared_ptr<const Catalog> catalog, const CatalogTables& tables)
    : catalog_(std::move(catalog)) {
  for (const auto& row : tables.progressions) continuations_.insert(step(row.from, row.to));
  for (const auto& row : tables.major_occupations) occupations_[row.major].insert(row.occupation);
  for (const auto& row : tables.clusters) clusters_[row.cluster].insert(row.region);
}

bool Vocabulary::continues(std::string_view a, std::string_view b) const {
  return continuations_.contains(step(a, b)) || continuations_.contains(step(b, a));
}

const Codes& Vocabulary::occupations(std::string_view major) const {
  static const Codes none;
  const auto found = occupations_.find(major);
  return found == occupations_.end() ? none : found->second;
}

}  // namespace talentmatch::reference
