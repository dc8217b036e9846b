#include "engine/ranking/texts/major_relation.hpp"

#include <algorithm>

namespace talentmatch::texts {
namespace {

// Relations to a class or a category entry have values of their own.
Relation to_group(const Catalog& catalog, MajorId major, EntryId entry) {
  if (entry == catalog.class_of(major)) return Relation::entry_class;
  if (entry == catalog.category_of(major)) return Relation::entry_category;
  return catalog.affinity(major, entry) == 45 ? Relation::aligned_class : Relation::same_category;
}

// A value that occupations reach can be another row's too; that row is the better reason.
Relation to_major(const Catalog& catalog, MajorId major, EntryId entry) {
  const auto own = Catalog::entry_of(major);
  const auto other = static_cast<MajorId>(index_of(entry));
  if (entry == own) return Relation::same_major;
  switch (catalog.affinity(major, entry)) {
    case 90:
      return catalog.name_of(own) == catalog.name_of(entry) ? Relation::same_name : Relation::occupations;
    case 70:
      return catalog.continues(major, other) ? Relation::continuation : Relation::occupations;
    case 55:
      return catalog.class_of(major) == catalog.class_of(other) ? Relation::same_class
                                                                : Relation::occupations;
    case 45: {
      const auto tail = [&](MajorId m) { return catalog.code_of(catalog.class_of(m)).substr(2); };
      const bool aligned = catalog.family_of(major) == catalog.family_of(other) && tail(major) == tail(other);
      return aligned ? Relation::aligned_class : Relation::occupations;
    }
    case 20:
      return Relation::same_category;
    default:
      return Relation::occupations;
  }
}

}  // namespace

MajorRelation relation_of(const Catalog& catalog, MajorId major, std::span<const EntryId> entries) {
  if (entries.empty()) return {.relation = Relation::any_major};
  const auto best =
      std::ranges::max_element(entries, {}, [&](EntryId entry) { return catalog.affinity(major, entry); });
  if (catalog.affinity(major, *best) == 0) return {};
  return {
      .relation = catalog.is_major(*best) ? to_major(catalog, major, *best) : to_group(catalog, major, *best),
      .entry = *best};
}

}  // namespace talentmatch::texts
