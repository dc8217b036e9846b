#include "storage/codec/record_reader.hpp"

#include <utility>
#include <vector>

#include "storage/codec/field_reader.hpp"
#include "storage/codec/record_fields.hpp"
#include "storage/codec/record_rules.hpp"

namespace talentmatch {
namespace {

template <class T, class Kept = T>
Result<Parsed<Kept>> read(const JsonObject& object, FieldSet needed, const Catalog& catalog) {
  T record{};
  std::vector<Replacement> notices;
  ReadContext context{.catalog = catalog, .notices = notices};
  if (auto good = read_fields(record, object, needed, context); !good) return fail(std::move(good.error()));
  return Parsed<Kept>{.record = std::move(record), .notices = std::move(notices)};
}

template <class T>
Result<ParsedRecord> read_whole(const JsonObject& object, const Catalog& catalog) {
  return read<T, Record>(object, required_fields<T>(), catalog);
}

}  // namespace

Result<ParsedRecord> read_record(Collection collection, const JsonObject& object, const Catalog& catalog) {
  switch (collection) {
    case Collection::schools:
      return read_whole<School>(object, catalog);
    case Collection::employers:
      return read_whole<Employer>(object, catalog);
    case Collection::ties:
      return read_whole<Tie>(object, catalog);
    case Collection::graduates:
      return read_whole<Graduate>(object, catalog);
    case Collection::postings:
      return read_whole<Posting>(object, catalog);
    case Collection::placements:
      break;
  }
  return read_whole<Placement>(object, catalog);
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
