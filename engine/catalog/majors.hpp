#pragma once
// Majors of the four catalogues with their classes and categories, numbered as entries: majors first, then
// classes, then categories, each ascending by code.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/code_list.hpp"
#include "engine/catalog/digit_index.hpp"
#include "engine/catalog/resolution.hpp"
#include "engine/catalog/retired_codes.hpp"
#include "engine/catalog/suggestions.hpp"
#include "engine/catalog/tables.hpp"
#include "engine/model/error.hpp"
#include "engine/model/ids.hpp"

namespace talentmatch {

class MajorTable {
 public:
  // Every class needs its category, every major its class.
  static Result<MajorTable> build(const CatalogTables& tables);

  std::size_t major_count() const { return major_count_; }
  std::size_t entry_count() const { return entries_.size(); }
  std::string_view code_of(EntryId entry) const { return entries_.codes[index_of(entry)]; }
  std::string_view name_of(EntryId entry) const { return entries_.names[index_of(entry)]; }
  EntryId class_of(MajorId major) const { return class_of_[index_of(major)]; }
  EntryId category_of(MajorId major) const { return category_of_[index_of(major)]; }
  std::uint8_t family_of(EntryId entry) const { return family_of_[index_of(entry)]; }
  std::size_t family_count() const { return family_count_; }

  // The current major of exactly this code (no marks, not retired).
  std::optional<MajorId> find_major(std::string_view code) const;
  // T/K dropped, retired codes replaced.
  Result<Found> resolve_major(std::string_view code) const;
  Result<Found> resolve_entry(std::string_view code) const;
  // Majors of exactly this name, ascending. O(log n).
  std::span<const MajorId> majors_named(std::string_view name) const;

 private:
  std::optional<std::uint16_t> find_entry(std::string_view code) const;
  Result<Found> resolve_other(std::string_view given, std::string_view bare, std::size_t candidates) const;
  Vocabulary first_entries(std::size_t count) const;
  Result<void> link(const CodeList& majors, const CodeList& classes, const CodeList& categories);
  void number_families();
  void sort_names();

  CodeList entries_;
  std::size_t major_count_ = 0;
  std::size_t family_count_ = 0;
  std::vector<EntryId> class_of_;
  std::vector<EntryId> category_of_;
  std::vector<std::uint8_t> family_of_;
  std::vector<MajorId> by_name_;
  DigitIndex majors_;
  DigitIndex classes_;
  DigitIndex categories_;
  RetiredCodes retired_;
};

}  // namespace talentmatch
