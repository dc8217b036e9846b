#pragma once
// Formats of the members that only placement requests have.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/placement/run.hpp"
#include "storage/codec/field_path.hpp"
#include "storage/codec/field_writer.hpp"
#include "storage/codec/member_reader.hpp"

namespace talentmatch {

struct SeedFormat {  // any unsigned 64-bit number
  using Value = std::uint64_t;
  static Result<Value> read(const JsonElement& element, ReadContext& context);
  static void write(std::string& out, Value value, const Catalog&) { append_number(out, value); }
};

struct KindSetFormat {  // ["job","internship"]
  using Value = KindSet;
  static Result<Value> read(const JsonElement& element, ReadContext& context);
  static void write(std::string& out, Value value, const Catalog&);
};

struct WeightsFormat {  // {"employer":{"major":400},…}; those not given keep their default
  using Value = Weights;
  static Result<Value> read(const JsonElement& element, ReadContext& context);
  static void write(std::string& out, const Value& value, const Catalog&);
};

struct HiredFormat {  // {"E1":3}
  using Value = std::map<std::string, std::int64_t>;
  static Result<Value> read(const JsonElement& element, ReadContext& context);
  static void write(std::string& out, const Value& value, const Catalog&);
};

struct TieFormat {  // "G1", or a tie ["G2","G3"]
  using Value = std::vector<std::string>;
  static Result<Value> read(const JsonElement& element, ReadContext& context);
  static void write(std::string& out, const Value& value, const Catalog&);
};

struct GroupFormat {  // 0…254
  using Value = std::uint8_t;
  static Result<Value> read(const JsonElement& element, ReadContext& context);
  static void write(std::string& out, Value value, const Catalog&) { append_number(out, value); }
};

// A list that may be longer than those of records, and hold an entry twice.
template <class Item, class ItemFormat>
struct LongListFormat {
  using Value = std::vector<Item>;
  ItemFormat item;

  Result<Value> read(const JsonElement& element, ReadContext& context) const {
    JsonArray array;
    if (element.get(array) != simdjson::SUCCESS) return fail(wrong_type(element, "list"));
    Value list;
    for (const JsonElement one : array) {
      auto value = read_value(item, one, context);
      if (!value) {
        prepend_index(value.error().field, list.size());
        return fail(std::move(value.error()));
      }
      list.push_back(*std::move(value));
    }
    return list;
  }
  void write(std::string& out, const Value& list, const Catalog& catalog) const {
    append_list(out, list, [&](const Item& one) { write_value(out, item, one, catalog); });
  }
};

template <class Item, class ItemFormat>
Result<void> read_member(std::vector<Item>& list, const LongListFormat<Item, ItemFormat>& format,
                         const JsonElement& element, ReadContext& context) {
  auto value = format.read(element, context);
  if (!value) return fail(std::move(value.error()));
  list = *std::move(value);
  return {};
}

template <class Item, class ItemFormat>
void write_member(std::string& out, const LongListFormat<Item, ItemFormat>& format,
                  const std::vector<Item>& list, const Catalog& catalog) {
  format.write(out, list, catalog);
}

}  // namespace talentmatch
