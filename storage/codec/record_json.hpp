#pragma once
// Records as JSON (spec 1), one object each. Reading checks everything that can be judged without other
// records; whether a school or an employer exists is the market's affair (Market::admit). Writing gives the
// canonical form: the fields in spec 1's order, only those that were given, codes, no spaces; it reads back
// as the same record, and writing that again gives the same bytes.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/model/error.hpp"
#include "engine/model/records.hpp"

namespace talentmatch {

// A retired code was replaced by its only successor while the record was read.
struct Replacement {
  std::string field;  // "wishes[2]"
  std::string from;
  std::string to;

  friend bool operator==(const Replacement&, const Replacement&) = default;
};

std::string message(const Replacement& replacement, Language language);

template <class T>
struct Parsed {
  T record;
  std::vector<Replacement> notices;
};
using ParsedRecord = Parsed<Record>;

// Keeps buffers between records, so each thread has its own.
class RecordParser {
 public:
  RecordParser();
  ~RecordParser();
  RecordParser(RecordParser&&) noexcept;
  RecordParser& operator=(RecordParser&&) noexcept;

  // Errors: invalid_json, invalid_utf8, not_an_object, unknown_field, duplicate_field, missing_field,
  // wrong_type, out_of_range, invalid_id, invalid_value, too_long, too_many, duplicate_entry, unknown_major,
  // unknown_region, unknown_certificate, retired_code; the field is a path ("certificates[1].level").
  // With a default id the record may leave its own out and takes that one.
  Result<ParsedRecord> parse(Collection collection, std::string_view json, const Catalog& catalog,
                             std::string_view default_id = {});

  // Records given with a request and never stored: a graduate needs major, level and year only, a posting
  // employer and region.
  Result<Parsed<Graduate>> parse_profile_graduate(std::string_view json, const Catalog& catalog);
  Result<Parsed<Posting>> parse_profile_posting(std::string_view json, const Catalog& catalog);

  // The id that the last refused record gave, if it gave a valid one; else empty.
  const std::string& rejected_id() const { return rejected_id_; }

 private:
  struct Document;
  std::unique_ptr<Document> document_;
  std::string rejected_id_;
};

void append_json(std::string& out, const Record& record, const Catalog& catalog);

}  // namespace talentmatch
