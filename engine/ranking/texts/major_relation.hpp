#pragma once
// Which row of spec 1's affinity table a value comes from.

#include <cstdint>
#include <span>

#include "engine/catalog/catalog.hpp"

namespace talentmatch::texts {

enum class Relation : std::uint8_t {
  any_major,
  same_major,
  entry_class,     // the entry is the major's class
  entry_category,  // the entry is the major's category
  same_name,
  continuation,
  same_class,
  aligned_class,
  same_category,
  occupations,
  none
};

struct MajorRelation {
  Relation relation = Relation::none;
  EntryId entry{};  // the accepted entry that gives the value; unset for any_major and none
};

// The relation that makes a(major, entries), of the first entry that reaches it.
MajorRelation relation_of(const Catalog& catalog, MajorId major, std::span<const EntryId> entries);

}  // namespace talentmatch::texts
