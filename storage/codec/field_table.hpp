#pragma once
// A record kind is one table of its fields, `fields<T>`: name, member, format, required or not, in spec 1's
// order. Reading and writing are both done from it (field_reader.hpp, field_writer.hpp).

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace talentmatch {

template <class T, class Member, class Format>
struct RecordField {
  std::string_view name;
  Member T::* member;
  Format format;
  bool required = false;
};

template <class T, class Member, class Format>
constexpr RecordField<T, Member, Format> required(std::string_view name, Member T::* member, Format format) {
  return {name, member, format, true};
}

template <class T, class Member, class Format>
constexpr RecordField<T, Member, Format> optional(std::string_view name, Member T::* member, Format format) {
  return {name, member, format, false};
}

template <class T>
inline constexpr auto fields = std::tuple<>{};

template <class T>
inline constexpr std::size_t field_count = std::tuple_size_v<decltype(fields<T>)>;

template <class T>
inline constexpr std::array<std::string_view, field_count<T>> field_names =
    std::apply([](const auto&... field) { return std::array{field.name...}; }, fields<T>);

// A set of fields of one table, bit i for its i-th.
using FieldSet = std::uint32_t;

template <class T>
constexpr FieldSet required_fields() {
  FieldSet set = 0;
  FieldSet bit = 1;
  const auto add = [&](bool is_required) {
    set |= is_required ? bit : 0;
    bit <<= 1;
  };
  std::apply([&](const auto&... field) { (add(field.required), ...); }, fields<T>);
  return set;
}

template <class T>
constexpr FieldSet fields_named(std::initializer_list<std::string_view> names) {
  FieldSet set = 0;
  for (std::size_t i = 0; i < field_count<T>; ++i) {
    for (const std::string_view name : names) {
      if (field_names<T>[i] == name) set |= FieldSet{1} << i;
    }
  }
  return set;
}

// Objects inside a record have a table of their own.
template <class T>
struct ObjectFormat {
  using Value = T;
};

}  // namespace talentmatch
