#include <algorithm>
#include <random>

#include "tests/engine/catalog_small.hpp"
#include "tests/reference/majors.hpp"
#include "tests/support/shipped_catalog.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

int affinity(const Catalog& catalog, std::string_view m, std::string_view e) {
  return catalog.affinity(major(catalog, m), entry(catalog, e));
}

// Every major against every n-th entry, pair by pair.
void check_pair_by_pair(const ShippedCatalog& shipped) {
  constexpr std::size_t kStep = 7;
  const auto& catalog = *shipped.catalog;
  CAPTURE(Catch::rngSeed());
  std::mt19937 random(Catch::rngSeed());
  const auto offset = random() % kStep;
  for (std::size_t m = 0; m < catalog.major_count(); ++m) {
    for (std::size_t e = offset; e < catalog.entry_count(); e += kStep) {
      const auto id = static_cast<MajorId>(m);
      const auto at = static_cast<EntryId>(e);
      const int expected = reference::affinity(*shipped.vocabulary, id, at);
      if (catalog.affinity(id, at) == expected) continue;
      FAIL(catalog.code_of(Catalog::entry_of(id))
           << " × " << catalog.code_of(at) << ": " << int{catalog.affinity(id, at)} << ", not " << expected);
    }
  }
}

template <class Related>
bool in_order(std::span<const Related> list, auto id) {
  return std::ranges::is_sorted(list, {}, [id](const Related& r) { return std::pair(-r.affinity, r.*id); });
}

}  // namespace

TEST_CASE("known affinities of the shipped catalogue") {
  const auto& catalog = *shipped_catalog().catalog;
  // 高职专科 计算机应用技术
  CHECK(affinity(catalog, "510201", "510201") == 100);
  CHECK(affinity(catalog, "510201", "5102") == 95);
  CHECK(affinity(catalog, "510201", "51") == 85);
  CHECK(affinity(catalog, "510201", "710201") == 70);  // it continues 计算机应用
  CHECK(affinity(catalog, "710201", "510201") == 70);  // and the other way round
  CHECK(affinity(catalog, "510201", "080901") == 70);
  CHECK(affinity(catalog, "510201", "510203") == 55);
  CHECK(affinity(catalog, "510201", "7102") == 45);
  CHECK(affinity(catalog, "510201", "310204") == 45);
  CHECK(affinity(catalog, "510201", "5101") == 20);
  CHECK(affinity(catalog, "510201", "31") == 20);
  CHECK(affinity(catalog, "510201", "0809") == 0);
  CHECK(affinity(catalog, "510201", "08") == 0);
  CHECK(affinity(catalog, "510201", "410101") == 0);
  // 本科
  CHECK(affinity(catalog, "080901", "080902") == 55);
  CHECK(affinity(catalog, "080901", "0807") == 20);
  CHECK(affinity(catalog, "080901", "08") == 85);
  // 信用管理 in three catalogues, of one name
  CHECK(affinity(catalog, "020306", "330204") == 90);
  CHECK(affinity(catalog, "530204", "020306") == 90);
}

TEST_CASE("a name shared within one catalogue is not another catalogue's") {
  const auto& catalog = *shipped_catalog().catalog;
  CHECK(catalog.name_of(entry(catalog, "083201")) == catalog.name_of(entry(catalog, "140001")));
  CHECK(affinity(catalog, "083201", "140001") == 0);
}

TEST_CASE("affinity equals the table of spec 1 pair by pair") {
  check_pair_by_pair(shipped_catalog());
}

TEST_CASE("affinity equals the table of spec 1 with occupations") {
  CHECK_FALSE(shipped_catalog().catalog->has_occupations());
  CHECK(catalog_with_occupations().catalog->has_occupations());
  check_pair_by_pair(catalog_with_occupations());
}

TEST_CASE("shared occupations count against all occupations of the two majors") {
  auto tables = small_tables();
  tables.major_occupations = {
      {"710201", "a"}, {"710201", "b"}, {"710201", "c"}, {"080901", "c"}, {"080901", "d"}};
  const auto catalog = built(tables);
  CHECK(affinity(*catalog, "710201", "080901") == (25 * 4 + 65 * 1) / 4);
  CHECK(affinity(*catalog, "080901", "710201") == (25 * 4 + 65 * 1) / 4);
  CHECK(affinity(*catalog, "080901", "7102") == 0);  // major entries only
  CHECK(affinity(*catalog, "080901", "510201") == 70);
  CHECK(affinity(*catalog, "710201", "710201") == 100);

  tables.major_occupations = {{"710201", "a"}, {"080901", "a"}, {"080901", "a"}};
  CHECK(affinity(*built(tables), "710201", "080901") == 90);
}

TEST_CASE("related lists hold exactly the pairs above zero, best first") {
  const auto& catalog = *catalog_with_occupations().catalog;
  std::size_t listed = 0;
  for (std::size_t m = 0; m < catalog.major_count(); ++m) {
    const auto id = static_cast<MajorId>(m);
    const auto related = catalog.related(id);
    const auto above = std::ranges::count_if(catalog.affinities(id), [](auto a) { return a > 0; });
    REQUIRE(std::ssize(related) == above);
    REQUIRE(in_order(related, &RelatedEntry::entry));
    REQUIRE(
        std::ranges::all_of(related, [&](auto r) { return catalog.affinity(id, r.entry) == r.affinity; }));
    listed += related.size();
  }
  for (std::size_t e = 0; e < catalog.entry_count(); ++e) {
    const auto id = static_cast<EntryId>(e);
    const auto related = catalog.related(id);
    REQUIRE(in_order(related, &RelatedMajor::major));
    REQUIRE(
        std::ranges::all_of(related, [&](auto r) { return catalog.affinity(r.major, id) == r.affinity; }));
    listed -= related.size();
  }
  CHECK(listed == 0);
}

TEST_CASE("continuations hold in both directions") {
  const auto catalog = built(small_tables());
  const auto a = major(*catalog, "510201");
  const auto b = major(*catalog, "080901");
  CHECK(catalog->continues(a, b));
  CHECK(catalog->continues(b, a));
  CHECK_FALSE(catalog->continues(a, major(*catalog, "510202")));
}
