#pragma once
// Reads one member of a record: a value, an optional value or a list of at most 256 different entries.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "storage/codec/field_format.hpp"
#include "storage/codec/field_path.hpp"
#include "storage/codec/field_table.hpp"

namespace talentmatch {

inline constexpr std::size_t kMaxListLength = 256;

template <class T>  // field_reader.hpp
Result<void> read_fields(T& record, const JsonObject& object, FieldSet needed, ReadContext& context);

// When two entries of a list are the same; objects have their own rule (record_rules.hpp).
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

}  // namespace talentmatch
