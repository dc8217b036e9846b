#pragma once
// Writes an object by its table: the fields that are given, in the table's order.

#include <optional>
#include <string>
#include <vector>

#include "storage/codec/field_format.hpp"
#include "storage/codec/field_table.hpp"

namespace talentmatch {

template <class T>
void write_fields(std::string& out, const T& record, const Catalog& catalog);

template <class T>
constexpr bool is_given(const T&) {
  return true;
}
template <class T>
bool is_given(const std::optional<T>& value) {
  return value.has_value();
}
template <class T>
bool is_given(const std::vector<T>& list) {
  return !list.empty();
}
inline bool is_given(const std::string& text) {  // of a profile
  return !text.empty();
}

template <class Format>
void write_value(std::string& out, const Format& format, const typename Format::Value& value,
                 const Catalog& catalog) {
  format.write(out, value, catalog);
}

template <class T>
void write_value(std::string& out, const ObjectFormat<T>&, const T& value, const Catalog& catalog) {
  write_fields(out, value, catalog);
}

template <class Format, class Value>
void write_member(std::string& out, const Format& format, const Value& value, const Catalog& catalog) {
  write_value(out, format, value, catalog);
}
template <class Format, class Value>
void write_member(std::string& out, const Format& format, const std::optional<Value>& value,
                  const Catalog& catalog) {
  write_value(out, format, *value, catalog);
}
template <class Format, class Item>
void write_member(std::string& out, const Format& format, const std::vector<Item>& list,
                  const Catalog& catalog) {
  append_list(out, list, [&](const Item& item) { write_value(out, format, item, catalog); });
}

template <class T>
void write_fields(std::string& out, const T& record, const Catalog& catalog) {
  out += '{';
  bool first = true;
  const auto write = [&](const auto& field) {
    const auto& member = record.*field.member;
    if (!is_given(member)) return;
    if (!first) out += ',';
    first = false;
    out += '"';
    out += field.name;
    out += "\":";
    write_member(out, field.format, member, catalog);
  };
  std::apply([&](const auto&... field) { (write(field), ...); }, fields<T>);
  out += '}';
}

}  // namespace talentmatch
