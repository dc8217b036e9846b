#pragma once
// Reads an object by its table: unknown and repeated fields are refused, null and an empty list equal a
// missing field, then the required ones and what only several fields together can show (`check_together`).

#include <array>
#include <bit>
#include <optional>
#include <utility>

#include "storage/codec/member_reader.hpp"
#include "storage/codec/near_word.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {

// What only several fields together can show; a record kind may have its own rules (record_rules.hpp).
template <class T>
Result<void> check_together(const T&) {
  return {};
}

template <class T>
using FieldReader = Result<void> (*)(T&, const JsonElement&, ReadContext&);

template <class T, std::size_t Index>
Result<void> read_field(T& record, const JsonElement& element, ReadContext& context) {
  constexpr auto& field = std::get<Index>(fields<T>);
  const auto under_name = [](std::string& path) { prepend_name(path, field.name); };
  const std::size_t noticed = context.notices.size();
  auto good = read_member(record.*field.member, field.format, element, context);
  name_notices(context, noticed, under_name);
  if (!good) under_name(good.error().field);
  return good;
}

template <class T>
inline constexpr auto field_readers = []<std::size_t... Index>(std::index_sequence<Index...>) {
  return std::array<FieldReader<T>, sizeof...(Index)>{&read_field<T, Index>...};
}(std::make_index_sequence<field_count<T>>{});

// Senders keep to one order, so the search starts at the field that is likely next.
template <class T>
std::optional<std::size_t> find_field(std::string_view name, std::size_t likely) {
  for (std::size_t step = 0; step < field_count<T>; ++step) {
    const std::size_t index = (likely + step) % field_count<T>;
    if (field_names<T>[index] == name) return index;
  }
  return std::nullopt;
}

template <class T>
Result<void> read_fields(T& record, const JsonObject& object, FieldSet needed, ReadContext& context) {
  FieldSet seen = 0;
  FieldSet given = 0;
  std::size_t next = 0;
  for (const auto& [name, element] : object) {
    const auto index = find_field<T>(name, next);
    if (!index) {
      return fail({.code = ErrorCode::unknown_field,
                   .field = shortened(name),
                   .suggestions = near_words(name, field_names<T>)});
    }
    const FieldSet bit = FieldSet{1} << *index;
    if ((seen & bit) != 0) return fail({.code = ErrorCode::duplicate_field, .field = std::string(name)});
    seen |= bit;
    next = *index + 1;
    if (element.is_null()) continue;
    given |= bit;
    if (auto good = field_readers<T>[*index](record, element, context); !good) return good;
  }
  if (const FieldSet missing = needed & ~given; missing != 0) {
    const auto first = static_cast<std::size_t>(std::countr_zero(missing));
    return fail({.code = ErrorCode::missing_field, .field = std::string(field_names<T>[first])});
  }
  return check_together(record);
}

}  // namespace talentmatch
