#include <algorithm>

#include "tests/engine/catalog_small.hpp"
#include "tests/support/shipped_catalog.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

TEST_CASE("certificates ascend by id and resolve to themselves") {
  const auto catalog = built(small_tables());
  REQUIRE(catalog->certificate_count() == 2);
  const auto first = catalog->resolve_certificate("X001");
  REQUIRE(first);
  CHECK(index_of(*first) == 0);
  CHECK(catalog->id_of(*first) == "X001");
  CHECK(catalog->name_of(*first) == "建筑信息模型");
  CHECK(catalog->resolve_certificate("x001").error().code == ErrorCode::unknown_certificate);
  CHECK(catalog->resolve_certificate("").error().code == ErrorCode::unknown_certificate);
}

TEST_CASE("certificates and majors are linked both ways") {
  const auto catalog = built(small_tables());
  const auto x001 = catalog->resolve_certificate("X001").value();
  const auto x002 = catalog->resolve_certificate("X002").value();
  const auto m = major(*catalog, "510201");
  CHECK(std::ranges::equal(catalog->majors_of(x001), std::vector{major(*catalog, "080901"), m}));
  CHECK(std::ranges::equal(catalog->certificates_of(m), std::vector{x001, x002}));
  CHECK(catalog->certificates_of(major(*catalog, "710201")).empty());
}

TEST_CASE("every link of the shipped table is there, and no other") {
  const auto& [tables, catalog, vocabulary] = shipped_catalog();
  std::size_t links = 0;
  for (std::size_t i = 0; i < catalog->certificate_count(); ++i) {
    links += catalog->majors_of(static_cast<CertificateId>(i)).size();
  }
  CHECK(catalog->certificate_count() == 421);
  CHECK(links == tables.certificate_majors.size());
  for (const auto& row : tables.certificate_majors) {
    const auto certificate = catalog->resolve_certificate(row.certificate).value();
    REQUIRE(std::ranges::binary_search(catalog->majors_of(certificate), major(*catalog, row.major)));
  }
}
