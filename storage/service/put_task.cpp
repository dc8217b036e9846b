#include "storage/service/put_task.hpp"

#include <utility>

#include "storage/codec/text_form.hpp"

namespace talentmatch {
Result<ParsedRecord> parse_put(RecordParser& parser, Collection collection, std::string_view id,
                               std::string_view json, const Catalog& catalog) {
  if (!is_id(id)) return fail({.code = ErrorCode::invalid_id, .field = "id", .detail = std::string(kIdForm)});
  auto parsed = parser.parse(collection, json, catalog, id);
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
