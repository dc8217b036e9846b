#include "storage/codec/record_reader.hpp"

#include <utility>
#include <vector>

#include "storage/codec/field_reader.hpp"
#include "storage/codec/record_fields.hpp"
#include "storage/codec/record_rules.hpp"

namespace talentmatch {
namespace {

template <class T>
Result<Parsed<T>> read(const JsonObject& object, FieldSet needed, const Catalog& catalog) {
  T record{};
  std::vector<Replacement> notices;
  ReadContext context{.catalog = catalog, .notices = notices};
  if (auto good = read_fields(record, object, needed, context); !good) return fail(std::move(good.error()));
  return Parsed<T>{.record = std::move(record), .notices = std::move(notices)};
}

template <class T>
Result<ParsedRecord> read_whole(const JsonObject& object, const Catalog& catalog,
                                std::string_view default_id) {
  constexpr FieldSet kId = fields_named<T>({"id"});
  const FieldSet needed = required_fields<T>() & ~(default_id.empty() ? FieldSet{0} : kId);
  auto parsed = read<T>(object, needed, catalog);
  if (!parsed) return fail(std::move(parsed.error()));
  if (parsed->record.id.empty()) parsed->record.id = default_id;
  return ParsedRecord{.record = std::move(parsed->record), .notices = std::move(parsed->notices)};
}

}  // namespace

Result<ParsedRecord> read_record(Collection collection, const JsonObject& object, const Catalog& catalog,
                                 std::string_view default_id) {
  switch (collection) {
    case Collection::schools:
      return read_whole<School>(object, catalog, default_id);
    case Collection::employers:
      return read_whole<Employer>(object, catalog, default_id);
    case Collection::ties:
      return read_whole<Tie>(object, catalog, default_id);
    case Collection::graduates:
      return read_whole<Graduate>(object, catalog, default_id);
    case Collection::postings:
      return read_whole<Posting>(object, catalog, default_id);
    case Collection::placements:
      break;
  }
  return read_whole<Placement>(object, catalog, default_id);
}

Result<Parsed<Graduate>> read_profile_graduate(const JsonObject& object, const Catalog& catalog) {
  constexpr FieldSet kNeeded = fields_named<Graduate>({"major", "level", "year"});
  return read<Graduate>(object, kNeeded, catalog);
}

Result<Parsed<Posting>> read_profile_posting(const JsonObject& object, const Catalog& catalog) {
  constexpr FieldSet kNeeded = fields_named<Posting>({"employer", "region"});
  return read<Posting>(object, kNeeded, catalog);
}

}  // namespace talentmatch
