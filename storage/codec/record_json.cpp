#include "storage/codec/record_json.hpp"

#include <utility>

#include <fmt/format.h>

#include "storage/codec/field_writer.hpp"
#include "storage/codec/json_parser.hpp"
#include "storage/codec/record_fields.hpp"
#include "storage/codec/record_reader.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {

struct RecordParser::Document {
  JsonParser parser;
};

RecordParser::RecordParser() : document_(std::make_unique<Document>()) {}
RecordParser::~RecordParser() = default;
RecordParser::RecordParser(RecordParser&&) noexcept = default;
RecordParser& RecordParser::operator=(RecordParser&&) noexcept = default;

Result<ParsedRecord> RecordParser::parse(Collection collection, std::string_view json, const Catalog& catalog,
                                         std::string_view default_id) {
  rejected_id_.clear();
  const auto object = document_->parser.parse_object(json);
  if (!object) return fail(object.error());
  auto parsed = read_record(collection, *object, catalog, default_id);
  std::string_view id;
  if (!parsed && object->at_key("id").get(id) == simdjson::SUCCESS && is_id(id)) rejected_id_ = id;
  return parsed;
}

Result<Parsed<Graduate>> RecordParser::parse_profile_graduate(std::string_view json, const Catalog& catalog) {
  const auto object = document_->parser.parse_object(json);
  if (!object) return fail(object.error());
  return read_profile_graduate(*object, catalog);
}

Result<Parsed<Posting>> RecordParser::parse_profile_posting(std::string_view json, const Catalog& catalog) {
  const auto object = document_->parser.parse_object(json);
  if (!object) return fail(object.error());
  return read_profile_posting(*object, catalog);
}

void append_json(std::string& out, const Record& record, const Catalog& catalog) {
  std::visit([&](const auto& r) { write_fields(out, r, catalog); }, record);
}

std::string message(const Replacement& replacement, Language language) {
  const auto form = language == Language::zh ? "{}：代码 {} 已停用，按 {} 处理"
                                             : "{}: code {} is retired and was read as {}";
  return fmt::format(fmt::runtime(form), replacement.field, replacement.from, replacement.to);
}

}  // namespace talentmatch
