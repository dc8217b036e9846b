#include "storage/service/put_task.hpp"

#include <utility>

#include <fmt/format.h>

#include "storage/codec/text_form.hpp"

namespace talentmatch {
namespace {

bool lacks_id(const Error& error) {
  return error.code == ErrorCode::missing_field && error.field == "id";
}

// `json` is an object without that member.
std::string with_id(std::string_view json, std::string_view id) {
  const auto inside = json.find('{') + 1;
  const auto next = json.find_first_not_of(" \t\r\n", inside);
  const auto comma = json[next] == '}' ? "" : ",";
  return fmt::format("{{\"id\":\"{}\"{}{}", id, comma, json.substr(inside));
}

}  // namespace

Result<ParsedRecord> parse_put(RecordParser& parser, Collection collection, std::string_view id,
                               std::string_view json, const Catalog& catalog) {
  if (!is_id(id)) return fail({.code = ErrorCode::invalid_id, .field = "id", .detail = std::string(kIdForm)});
  auto parsed = parser.parse(collection, json, catalog);
  if (!parsed && lacks_id(parsed.error())) parsed = parser.parse(collection, with_id(json, id), catalog);
  if (parsed && id_of(parsed->record) != id) {
    return fail({.code = ErrorCode::id_mismatch, .field = "id", .detail = std::string(id)});
  }
  return parsed;
}

PutTask make_put_task(ParsedRecord parsed, const Catalog& catalog) {
  PutTask task{.record = std::move(parsed.record), .notices = std::move(parsed.notices)};
  append_json(task.json, task.record, catalog);
  return task;
}

}  // namespace talentmatch
