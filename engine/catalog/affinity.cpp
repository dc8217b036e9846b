#include "engine/catalog/affinity.hpp"

#include <algorithm>

#include "engine/catalog/code.hpp"

namespace talentmatch {
namespace {

// Spec 1, the table of relations. Ascending, so that a later relation may overwrite an earlier one.
constexpr std::uint8_t kSameClassOtherCatalogue = 45;
constexpr std::uint8_t kSameClass = 55;
constexpr std::uint8_t kContinuation = 70;
constexpr std::uint8_t kOwnCategory = 85;
constexpr std::uint8_t kSameName = 90;
constexpr std::uint8_t kOwnClass = 95;
constexpr std::uint8_t kSameMajor = 100;

constexpr std::size_t kClassKeys = 4000;  // see code::class_key

Grouped<EntryId> entries_by_family(const MajorTable& majors) {
  std::vector<std::pair<std::uint16_t, EntryId>> links;
  for (std::size_t i = 0; i < majors.entry_count(); ++i) {
    const auto entry = static_cast<EntryId>(i);
    links.emplace_back(majors.family_of(entry), entry);
  }
  return {majors.family_count(), links};
}

// Majors and classes by the class as aligned across the catalogues.
Grouped<EntryId> entries_by_class(const MajorTable& majors) {
  std::vector<std::pair<std::uint16_t, EntryId>> links;
  for (std::size_t i = 0; i < majors.entry_count(); ++i) {
    const auto entry = static_cast<EntryId>(i);
    const auto code = majors.code_of(entry);
    if (code.size() >= code::kClassDigits)
      links.emplace_back(static_cast<std::uint16_t>(code::class_key(code)), entry);
  }
  return {kClassKeys, links};
}

// Writes one major's row. The groups are made once.
class RowWriter {
 public:
  RowWriter(const MajorTable& majors, const Continuations& continuations, const Occupations& occupations)
      : majors_(majors),
        continuations_(continuations),
        occupations_(occupations),
        by_family_(entries_by_family(majors)),
        by_class_(entries_by_class(majors)) {}

  void write(MajorId major, std::span<std::uint8_t> row) const {
    const auto self = static_cast<EntryId>(major);
    const auto set = [row](auto id, std::uint8_t value) { row[index_of(id)] = value; };
    for (const auto entry : by_family_[majors_.family_of(self)]) set(entry, kFamilyAffinity);
    write_class(self, row);
    for (const auto other : continuations_.of(major)) set(other, kContinuation);
    set(majors_.category_of(major), kOwnCategory);
    write_names(self, row);
    set(majors_.class_of(major), kOwnClass);
    write_occupations(major, row);
    set(self, kSameMajor);
  }

 private:
  void write_class(EntryId self, std::span<std::uint8_t> row) const {
    const auto code = majors_.code_of(self);
    const auto catalogue = code::catalogue_of(code);
    for (const auto entry : by_class_[static_cast<std::size_t>(code::class_key(code))]) {
      const bool same = code::catalogue_of(majors_.code_of(entry)) == catalogue;
      row[index_of(entry)] = same ? kSameClass : kSameClassOtherCatalogue;
    }
  }

  void write_names(EntryId self, std::span<std::uint8_t> row) const {
    const auto catalogue = code::catalogue_of(majors_.code_of(self));
    for (const auto other : majors_.majors_named(majors_.name_of(self))) {
      const auto code = majors_.code_of(static_cast<EntryId>(other));
      if (code::catalogue_of(code) != catalogue) row[index_of(other)] = kSameName;
    }
  }

  void write_occupations(MajorId major, std::span<std::uint8_t> row) const {
    if (occupations_.empty()) return;
    for (const auto& [other, affinity] : occupations_.shared_with(major)) {
      row[index_of(other)] = std::max(row[index_of(other)], affinity);
    }
  }

  const MajorTable& majors_;
  const Continuations& continuations_;
  const Occupations& occupations_;
  Grouped<EntryId> by_family_;
  Grouped<EntryId> by_class_;
};

struct Pair {
  MajorId major{};
  EntryId entry{};
};

// All pairs above zero, by affinity from 100 down to 1; within one affinity by major, then entry.
Grouped<Pair> pairs_by_affinity(const AffinityTable& table, std::size_t major_count) {
  std::vector<std::pair<std::uint16_t, Pair>> pairs;
  for (std::size_t m = 0; m < major_count; ++m) {
    const auto major = static_cast<MajorId>(m);
    const auto row = table.row(major);
    for (std::size_t e = 0; e < row.size(); ++e) {
      if (row[e] == 0) continue;
      pairs.push_back({static_cast<std::uint16_t>(kSameMajor - row[e]), {major, static_cast<EntryId>(e)}});
    }
  }
  return {kSameMajor, pairs};
}

}  // namespace

AffinityTable::AffinityTable(const MajorTable& majors, const Continuations& continuations,
                             const Occupations& occupations)
    : entry_count_(majors.entry_count()), values_(majors.major_count() * majors.entry_count()) {
  const RowWriter writer(majors, continuations, occupations);
  for (std::size_t i = 0; i < majors.major_count(); ++i) {
    writer.write(static_cast<MajorId>(i), std::span(values_).subspan(i * entry_count_, entry_count_));
  }
  list_related(majors.major_count());
}

// Groups keep the order of what is put into them, so ordering the pairs once orders every list.
void AffinityTable::list_related(std::size_t major_count) {
  const auto pairs = pairs_by_affinity(*this, major_count);
  std::vector<std::pair<std::uint16_t, RelatedEntry>> entries;
  std::vector<std::pair<std::uint16_t, RelatedMajor>> majors;
  for (std::size_t below = 0; below < pairs.size(); ++below) {
    const auto affinity = static_cast<std::uint8_t>(kSameMajor - below);
    for (const auto [major, entry] : pairs[below]) {
      entries.push_back({index_of(major), {entry, affinity}});
      majors.push_back({index_of(entry), {major, affinity}});
    }
  }
  entries_of_ = Grouped<RelatedEntry>(major_count, entries);
  majors_of_ = Grouped<RelatedMajor>(entry_count_, majors);
}

}  // namespace talentmatch
