#pragma once
// Spec 1, "Accepted majors of a posting", by the digits of the codes.

#include "engine/model/records.hpp"
#include "tests/reference/vocabulary.hpp"

namespace talentmatch::reference {

// a(m, entry) of the table, 0…100.
int affinity(const Vocabulary& vocabulary, MajorId major, EntryId entry);
// a(m, posting): the largest over the entries, 50 if there is none.
int affinity(const Vocabulary& vocabulary, MajorId major, const Posting& posting);
// The entry names the major, its class or its category.
bool names(const Vocabulary& vocabulary, EntryId entry, MajorId major);
// The two share their category by the arithmetic across levels; 门类 for academic majors.
bool same_category(const Vocabulary& vocabulary, EntryId entry, MajorId major);

}  // namespace talentmatch::reference
