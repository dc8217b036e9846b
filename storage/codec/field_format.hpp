#pragma once
// How one kind of value is read from JSON and written to it. A format has `Value`, `read` (its errors name no
// field yet) and `write`; integer and text formats carry their limits.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/model/date.hpp"
#include "engine/model/vocabulary.hpp"
#include "storage/codec/json_parser.hpp"
#include "storage/codec/json_text.hpp"
#include "storage/codec/near_word.hpp"
#include "storage/codec/record_json.hpp"

namespace talentmatch {

struct ReadContext {
  const Catalog& catalog;
  std::vector<Replacement>& notices;
};

Error wrong_type(const JsonElement& element, std::string expected);
// The offending value as an error shows it: a scalar's text, nothing of a list or an object.
std::string shown_value(const JsonElement& element);
Result<std::string_view> read_string(const JsonElement& element);
Result<std::int32_t> read_integer(const JsonElement& element, std::int32_t least, std::int32_t most);
Result<bool> read_flag(const JsonElement& element);

struct IdFormat {
  using Value = std::string;
  static Result<Value> read(const JsonElement& element, ReadContext& context);
  static void write(std::string& out, const Value& value, const Catalog&) { append_text(out, value); }
};

struct TextFormat {
  using Value = std::string;
  std::size_t max_bytes = 512;
  Result<Value> read(const JsonElement& element, ReadContext& context) const;
  static void write(std::string& out, const Value& value, const Catalog&) { append_text(out, value); }
};

struct OccupationFormat {
  using Value = std::string;
  static Result<Value> read(const JsonElement& element, ReadContext& context);
  static void write(std::string& out, const Value& value, const Catalog&) { append_text(out, value); }
};

struct IntegerFormat {
  using Value = std::int32_t;
  Value least;
  Value most;
  Result<Value> read(const JsonElement& element, ReadContext&) const {
    return read_integer(element, least, most);
  }
  static void write(std::string& out, Value value, const Catalog&) { append_number(out, value); }
};

struct FlagFormat {
  using Value = bool;
  static Result<Value> read(const JsonElement& element, ReadContext&) { return read_flag(element); }
  static void write(std::string& out, Value value, const Catalog&) { append_flag(out, value); }
};

struct DateFormat {
  using Value = Date;
  static Result<Value> read(const JsonElement& element, ReadContext& context);
  static void write(std::string& out, Value value, const Catalog&) { append_day(out, value); }
};

template <class E>
struct WordFormat {
  using Value = E;
  static Result<Value> read(const JsonElement& element, ReadContext&) {
    const auto text = read_string(element);
    if (!text) return fail(text.error());
    if (const auto value = parse_word<E>(*text)) return *value;
    return fail(unknown_word(*text, words<E>));
  }
  static void write(std::string& out, Value value, const Catalog&) { append_text(out, word(value)); }
};

// Codes of the catalogue: MajorId, EntryId (a major, a class or a category), RegionId, CertificateId.
template <class Id>
struct CodeFormat {
  using Value = Id;
  static Result<Value> read(const JsonElement& element, ReadContext& context);
  static void write(std::string& out, Value value, const Catalog& catalog);
};

}  // namespace talentmatch
