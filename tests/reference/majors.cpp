#include "tests/reference/majors.hpp"

#include <algorithm>

namespace talentmatch::reference {
namespace {

enum class Catalogue { secondary, junior_college, vocational_bachelor, academic };

Catalogue catalogue(std::string_view code) {
  if (code[0] >= '6') return Catalogue::secondary;
  if (code[0] >= '4') return Catalogue::junior_college;
  if (code[0] >= '2') return Catalogue::vocational_bachelor;
  return Catalogue::academic;
}

// The category's number as the 中职 catalogue has it; an academic 门类 keeps its own.
int aligned_category(std::string_view code) {
  const int category = (code[0] - '0') * 10 + (code[1] - '0');
  if (catalogue(code) == Catalogue::junior_college) return category + 20;
  if (catalogue(code) == Catalogue::vocational_bachelor) return category + 40;
  return category;
}

bool is_major(std::string_view code) {
  return code.size() == 6;
}
bool has_class(std::string_view code) {
  return code.size() >= 4;
}

bool aligned_class(std::string_view a, std::string_view b) {
  return has_class(a) && has_class(b) && catalogue(a) != Catalogue::academic &&
         catalogue(b) != Catalogue::academic && catalogue(a) != catalogue(b) &&
         aligned_category(a) == aligned_category(b) && a.substr(2, 2) == b.substr(2, 2);
}

int shared_occupations(const Vocabulary& vocabulary, std::string_view a, std::string_view b) {
  Codes all = vocabulary.occupations(a);
  int shared = 0;
  for (const auto& occupation : vocabulary.occupations(b)) {
    if (!all.insert(occupation).second) ++shared;
  }
  const int total = static_cast<int>(all.size());
  return shared == 0 ? 0 : (25 * total + 65 * shared) / total;
}

int affinity_to_major(const Vocabulary& vocabulary, MajorId major, EntryId entry) {
  const auto m = vocabulary.code(major);
  const auto e = vocabulary.code(entry);
  const bool same_name = vocabulary.name(entry) == vocabulary.name(Catalog::entry_of(major));
  return std::max({m == e ? 100 : 0,                                     //
                   same_name && catalogue(m) != catalogue(e) ? 90 : 0,   //
                   vocabulary.continues(m, e) ? 70 : 0,                  //
                   m.substr(0, 4) == e.substr(0, 4) ? 55 : 0,            //
                   aligned_class(m, e) ? 45 : 0,                         //
                   aligned_category(m) == aligned_category(e) ? 20 : 0,  //
                   shared_occupations(vocabulary, m, e)});
}

int affinity_to_group(std::string_view m, std::string_view e) {
  if (has_class(e) && m.substr(0, 4) == e) return 95;
  if (!has_class(e) && m.substr(0, 2) == e) return 85;
  if (aligned_class(m, e)) return 45;
  return aligned_category(m) == aligned_category(e) ? 20 : 0;
}

}  // namespace

int affinity(const Vocabulary& vocabulary, MajorId major, EntryId entry) {
  const auto e = vocabulary.code(entry);
  return is_major(e) ? affinity_to_major(vocabulary, major, entry)
                     : affinity_to_group(vocabulary.code(major), e);
}

int affinity(const Vocabulary& vocabulary, MajorId major, const Posting& posting) {
  if (posting.majors.empty()) return 50;
  int best = 0;
  for (const EntryId entry : posting.majors) best = std::max(best, affinity(vocabulary, major, entry));
  return best;
}

bool names(const Vocabulary& vocabulary, EntryId entry, MajorId major) {
  const auto e = vocabulary.code(entry);
  return vocabulary.code(major).substr(0, e.size()) == e;
}

bool same_category(const Vocabulary& vocabulary, EntryId entry, MajorId major) {
  return aligned_category(vocabulary.code(entry)) == aligned_category(vocabulary.code(major));
}

}  // namespace talentmatch::reference
