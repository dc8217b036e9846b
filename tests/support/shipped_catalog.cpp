#include "tests/support/shipped_catalog.hpp"

#include <stdexcept>

#include "storage/catalog/load_catalog.hpp"
#include "tests/support/dice.hpp"

namespace talentmatch::testing {
namespace {

template <class T>
T value_of(Result<T> result) {
  if (!result) throw std::runtime_error(message(result.error(), Language::en));
  return *std::move(result);
}

CatalogTables shipped_tables() {
  return value_of(read_catalog(TALENTMATCH_SOURCE_DIR "/data/catalog"));
}

// Few occupations, so that many majors share some of theirs.
CatalogTables with_occupations(CatalogTables tables) {
  Dice dice(1);
  for (const CodeRow& major : tables.majors) {
    for (const int occupation : dice.some<int>({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 4)) {
      tables.major_occupations.push_back({major.code, std::to_string(occupation)});
    }
  }
  return tables;
}

ShippedCatalog link(CatalogTables tables) {
  ShippedCatalog shipped{.tables = std::move(tables)};
  shipped.catalog = value_of(Catalog::build(shipped.tables));
  shipped.vocabulary = std::make_shared<const reference::Vocabulary>(shipped.catalog, shipped.tables);
  return shipped;
}

}  // namespace

const ShippedCatalog& shipped_catalog() {
  static const ShippedCatalog shipped = link(shipped_tables());
  return shipped;
}

const ShippedCatalog& catalog_with_occupations() {
  static const ShippedCatalog shipped = link(with_occupations(shipped_tables()));
  return shipped;
}

}  // namespace talentmatch::testing
