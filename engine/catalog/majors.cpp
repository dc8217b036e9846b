#include "engine/catalog/majors.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "engine/catalog/code.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kCategoryDigits = 2;
constexpr std::size_t kMostEntries = std::numeric_limits<std::uint16_t>::max() - 1;

template <std::size_t digits>
bool has_form(std::string_view text) {
  return code::is_major_code(text, digits);
}

// The entries that the codes belong to by their first digits.
Result<std::vector<EntryId>> parents_of(std::string_view table, const CodeList& list,
                                        const DigitIndex& parents, std::size_t digits) {
  std::vector<EntryId> found;
  found.reserve(list.size());
  for (const std::string_view code : list.codes) {
    const auto parent = parents.find(code.substr(0, digits));
    if (!parent)
      return fail(bad_row(table, code, digits == code::kClassDigits ? "no such class" : "no such category"));
    found.push_back(static_cast<EntryId>(*parent));
  }
  return found;
}

}  // namespace

Result<MajorTable> MajorTable::build(const CatalogTables& tables) {
  const auto majors = ordered_codes("majors", tables.majors, has_form<code::kMajorDigits>);
  if (!majors) return fail(majors.error());
  const auto classes = ordered_codes("classes", tables.classes, has_form<code::kClassDigits>);
  if (!classes) return fail(classes.error());
  const auto categories = ordered_codes("categories", tables.categories, has_form<kCategoryDigits>);
  if (!categories) return fail(categories.error());
  const auto entries = majors->size() + classes->size() + categories->size();
  if (entries > kMostEntries) return fail(bad_row("majors", std::to_string(entries), "too many entries"));

  MajorTable table;
  table.major_count_ = majors->size();
  table.entries_ = *majors;
  table.entries_.append(*classes);
  table.entries_.append(*categories);
  table.number_families();
  table.sort_names();
  if (auto linked = table.link(*majors, *classes, *categories); !linked)
    return fail(std::move(linked.error()));
  auto retired = RetiredCodes::build("retired_majors", tables.retired_majors, has_form<code::kMajorDigits>,
                                     table.majors_);
  if (!retired) return fail(std::move(retired.error()));
  table.retired_ = *std::move(retired);
  return table;
}

Result<void> MajorTable::link(const CodeList& majors, const CodeList& classes, const CodeList& categories) {
  const auto first_class = static_cast<std::uint16_t>(majors.size());
  const auto first_category = static_cast<std::uint16_t>(majors.size() + classes.size());
  majors_ = DigitIndex(code::kMajorDigits, majors.codes);
  classes_ = DigitIndex(code::kClassDigits, classes.codes, first_class);
  categories_ = DigitIndex(kCategoryDigits, categories.codes, first_category);
  if (auto ok = parents_of("classes", classes, categories_, kCategoryDigits); !ok) return fail(ok.error());
  auto class_of = parents_of("majors", majors, classes_, code::kClassDigits);
  if (!class_of) return fail(std::move(class_of.error()));
  auto category_of = parents_of("majors", majors, categories_, kCategoryDigits);
  if (!category_of) return fail(std::move(category_of.error()));
  class_of_ = *std::move(class_of);
  category_of_ = *std::move(category_of);
  return {};
}

void MajorTable::number_families() {
  constexpr std::size_t kKeys = 40;  // see code::family_key
  std::array<std::uint8_t, kKeys> number{};
  const auto key = [](const std::string& code) { return static_cast<std::size_t>(code::family_key(code)); };
  for (const auto& code : entries_.codes) number[key(code)] = 1;
  std::exclusive_scan(number.begin(), number.end(), number.begin(), std::uint8_t{0});
  family_of_.reserve(entries_.size());
  for (const auto& code : entries_.codes) family_of_.push_back(number[key(code)]);
  family_count_ = family_of_.empty() ? 0 : std::ranges::max(family_of_) + std::size_t{1};
}

void MajorTable::sort_names() {
  for (std::size_t i = 0; i < major_count_; ++i) by_name_.push_back(static_cast<MajorId>(i));
  const auto name_then_id = [this](MajorId major) {
    return std::pair(name_of(static_cast<EntryId>(major)), major);
  };
  std::ranges::sort(by_name_, {}, name_then_id);
}

std::optional<MajorId> MajorTable::find_major(std::string_view code) const {
  const auto position = majors_.find(code);
  return position ? std::optional(static_cast<MajorId>(*position)) : std::nullopt;
}

Result<Found> MajorTable::resolve_major(std::string_view code) const {
  const auto bare = code::without_marks(code);
  if (const auto position = majors_.find(bare)) return Found{*position, false};
  return resolve_other(code, bare, major_count_);
}

Result<Found> MajorTable::resolve_entry(std::string_view code) const {
  const auto bare = code::without_marks(code);
  if (const auto position = find_entry(bare)) return Found{*position, false};
  return resolve_other(code, bare, entries_.size());
}

Result<Found> MajorTable::resolve_other(std::string_view given, std::string_view bare,
                                        std::size_t candidates) const {
  auto found = resolve_retired(bare, retired_, first_entries(candidates), ErrorCode::unknown_major);
  if (!found) found.error().value = excerpt(given);
  return found;
}

std::optional<std::uint16_t> MajorTable::find_entry(std::string_view code) const {
  if (const auto major = majors_.find(code)) return major;
  if (const auto group = classes_.find(code)) return group;
  return categories_.find(code);
}

std::span<const MajorId> MajorTable::majors_named(std::string_view name) const {
  const auto name_of_major = [this](MajorId major) { return name_of(static_cast<EntryId>(major)); };
  const auto same = std::ranges::equal_range(by_name_, name, {}, name_of_major);
  return {same.begin(), same.end()};
}

Vocabulary MajorTable::first_entries(std::size_t count) const {
  const auto codes = std::span(entries_.codes).first(count);
  const auto names = std::span(entries_.names).first(count);
  return {.codes = codes, .names = names, .labels = names};
}

}  // namespace talentmatch
