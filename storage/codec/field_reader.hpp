#pragma once
// Reads an object by its table: unknown and repeated fields are refused, null and an empty list equal a
// missing field, then the required ones and what only several fields together can show (`check_together`).

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <utility>
#include <vector>

#include "engine/model/records.hpp"
#include "storage/codec/field_format.hpp"
#include "storage/codec/field_path.hpp"
#include "storage/codec/field_table.hpp"
#include "storage/codec/near_word.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {

inline constexpr std::size_t kMaxListLength = 256;

template <class T>
Result<void> read_fields(T& record, const JsonObject& object, FieldSet needed, ReadContext& context);

// What only several fields together can show, and when two entries of a list are the same: a record kind may
// have its own (record_fields.hpp).
template <class T>
Result<void> check_together(const T&) {
  return {};
}
template <class T>
bool same_entry(const T& a, const T& b) {
  return a == b;
}

// ---- one value

template <class Format>
Result<typename Format::Value> read_value(const Format& format, const JsonElement& element,
                                          ReadContext& context) {
  return format.read(element, context);
}

template <class T>
Result<T> read_value(const ObjectFormat<T>&, const JsonElement& element, ReadContext& context) {
  JsonObject object;
  if (element.get(object) != simdjson::SUCCESS) return fail(wrong_type(element, "object"));
  T value{};
  if (auto good = read_fields(value, object, required_fields<T>(), context); !good) {
    return fail(std::move(good.error()));
  }
  return value;
}

// ---- one member: a value, an optional value, a list

template <class Member, class Format>
Result<void> read_member(Member& member, const Format& format, const JsonElement& element,
                         ReadContext& context) {
  auto value = read_value(format, element, context);
  if (!value) return fail(std::move(value.error()));
  member = *std::move(value);
  return {};
}

// Names what was noticed inside a field or an item.
template <class Prepend>
void name_notices(ReadContext& context, std::size_t from, Prepend prepend) {
  for (std::size_t i = from; i < context.notices.size(); ++i) prepend(context.notices[i].field);
}

template <class Item, class Format>
Result<void> read_item(std::vector<Item>& list, const Format& format, const JsonElement& element,
                       ReadContext& context) {
  const std::size_t index = list.size();
  const auto at_index = [&](std::string& path) { prepend_index(path, index); };
  const std::size_t noticed = context.notices.size();
  auto item = read_value(format, element, context);
  name_notices(context, noticed, at_index);
  if (item && std::ranges::any_of(list, [&](const Item& other) { return same_entry(other, *item); })) {
    item = fail({.code = ErrorCode::duplicate_entry, .value = shown_value(element)});
  }
  if (!item) {
    at_index(item.error().field);
    return fail(std::move(item.error()));
  }
  list.push_back(*std::move(item));
  return {};
}

template <class Item, class Format>
Result<void> read_member(std::vector<Item>& list, const Format& format, const JsonElement& element,
                         ReadContext& context) {
  JsonArray array;
  if (element.get(array) != simdjson::SUCCESS) return fail(wrong_type(element, "list"));
  if (array.size() > kMaxListLength) {
    return fail({.code = ErrorCode::too_many,
                 .value = std::to_string(array.size()),
                 .detail = "≤ " + std::to_string(kMaxListLength)});
  }
  list.reserve(array.size());
  for (const JsonElement item : array) {
    if (auto good = read_item(list, format, item, context); !good) return good;
  }
  return {};
}

// ---- one object

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
