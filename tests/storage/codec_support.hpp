#pragma once
// What the tests of the JSON codec share.

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "storage/codec/record_json.hpp"
#include "tests/support/shipped_catalog.hpp"

namespace talentmatch::testing {

inline const Catalog& catalog() {
  return *shipped_catalog().catalog;
}

inline Result<ParsedRecord> parse(Collection collection, std::string_view json) {
  return RecordParser().parse(collection, json, catalog());
}

template <class T>
T parsed_as(Collection collection, std::string_view json) {
  auto parsed = parse(collection, json);
  INFO(json);
  if (!parsed) FAIL(message(parsed.error(), Language::en));
  return std::get<T>(std::move(parsed->record));
}

inline Error refused(Collection collection, std::string_view json) {
  const auto parsed = parse(collection, json);
  INFO(json);
  REQUIRE_FALSE(parsed);
  return parsed.error();
}

inline std::string written(const Record& record) {
  std::string json;
  append_json(json, record, catalog());
  return json;
}

// A record with the members that it must have, and more put before its end.
inline std::string graduate_with(std::string_view more) {
  return R"({"id":"G1","school":"S1","major":"510201","level":"junior_college","year":2026)" +
         std::string(more) + "}";
}
inline std::string posting_with(std::string_view more) {
  return R"({"id":"P1","employer":"E1","title":"焊工","region":"410100")" + std::string(more) + "}";
}
inline std::string employer_with(std::string_view more) {
  return R"({"id":"E1","name":"企业","region":"410100")" + std::string(more) + "}";
}

}  // namespace talentmatch::testing
