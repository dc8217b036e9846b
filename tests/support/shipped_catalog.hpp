#pragma once
// The catalogue that ships with the product, loaded once per test program.

#include <memory>

#include "engine/catalog/catalog.hpp"
#include "tests/reference/vocabulary.hpp"

namespace talentmatch::testing {

struct ShippedCatalog {
  CatalogTables tables{};
  std::shared_ptr<const Catalog> catalog{};
  std::shared_ptr<const reference::Vocabulary> vocabulary{};
};

// Throws std::runtime_error if it cannot be read, so that the test fails.
const ShippedCatalog& shipped_catalog();
// The same with a made-up major ↔ occupation table, which the product ships without.
const ShippedCatalog& catalog_with_occupations();

}  // namespace talentmatch::testing
