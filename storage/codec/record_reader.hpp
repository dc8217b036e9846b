#pragma once
// Records from parsed JSON; see RecordParser for the rules and errors.

#include "storage/codec/json_parser.hpp"
#include "storage/codec/record_json.hpp"

namespace talentmatch {

Result<ParsedRecord> read_record(Collection collection, const JsonObject& object, const Catalog& catalog,
                                 std::string_view default_id = {});
Result<Parsed<Graduate>> read_profile_graduate(const JsonObject& object, const Catalog& catalog);
Result<Parsed<Posting>> read_profile_posting(const JsonObject& object, const Catalog& catalog);

}  // namespace talentmatch
