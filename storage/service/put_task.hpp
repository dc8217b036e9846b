#pragma once
// From the bytes of a PUT to a task for the writer: everything that can be judged without other records.

#include <string_view>

#include "engine/catalog/catalog.hpp"
#include "storage/codec/record_json.hpp"
#include "storage/service/write_queue.hpp"

namespace talentmatch {

// The record that the path names; a body without an id takes the path's. Errors: invalid_id, id_mismatch, and
// those of RecordParser::parse.
Result<ParsedRecord> parse_put(RecordParser& parser, Collection collection, std::string_view id,
                               std::string_view json, const Catalog& catalog);
// Without precondition and callback.
PutTask make_put_task(ParsedRecord parsed, const Catalog& catalog);

}  // namespace talentmatch
