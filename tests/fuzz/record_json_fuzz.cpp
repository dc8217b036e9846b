// First byte: the collection; the rest: a record. Whatever is read is written in one form that reads back.

#include "storage/codec/record_json.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace talentmatch::fuzz {
namespace {

std::string written(const Record& record) {
  std::string json;
  append_json(json, record, catalog());
  return json;
}

void check(Collection collection, std::string_view json) {
  static RecordParser parser;
  const auto parsed = parser.parse(collection, json, catalog());
  if (!parsed) {
    require(parsed.error().value.size() <= 64);
    require(!message(parsed.error(), Language::zh).empty());
    return;
  }
  const std::string canonical = written(parsed->record);
  const auto again = parser.parse(collection, canonical, catalog());
  require(again.has_value() && again->notices.empty());
  require(written(again->record) == canonical);
}

}  // namespace
}  // namespace talentmatch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace talentmatch;
  if (size == 0) return 0;
  fuzz::check(static_cast<Collection>(data[0] % words<Collection>.size()), fuzz::text(data + 1, size - 1));
  return 0;
}
