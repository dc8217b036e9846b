// What Catalog::build refuses.
#include <fmt/format.h>

#include "tests/engine/catalog_small.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

using Rows = std::vector<CodeRow> CatalogTables::*;

struct BadCode {
  Rows rows;
  std::string_view table;
  std::string_view code;
};

void check_refused(const CatalogTables& tables, std::string_view table, std::string_view value) {
  const auto catalog = Catalog::build(tables);
  REQUIRE_FALSE(catalog);
  CHECK(catalog.error().code == ErrorCode::invalid_value);
  CHECK(catalog.error().field == table);
  CHECK(catalog.error().value == value);
  CHECK_FALSE(catalog.error().detail.empty());
}

}  // namespace

TEST_CASE("codes of another form are refused") {
  const auto bad = GENERATE(
      BadCode{&CatalogTables::majors, "majors", "5102"}, BadCode{&CatalogTables::majors, "majors", "51020T"},
      BadCode{&CatalogTables::majors, "majors", "910201"},
      BadCode{&CatalogTables::majors, "majors", "000101"}, BadCode{&CatalogTables::majors, "majors", ""},
      BadCode{&CatalogTables::classes, "classes", "510201"},
      BadCode{&CatalogTables::categories, "categories", "5"},
      BadCode{&CatalogTables::categories, "categories", "20"},
      BadCode{&CatalogTables::regions, "regions", "41010"},
      BadCode{&CatalogTables::regions, "regions", "000000"},
      BadCode{&CatalogTables::certificates, "certificates", "a b"});
  auto tables = small_tables();
  (tables.*bad.rows).push_back({std::string(bad.code), "name"});
  check_refused(tables, bad.table, bad.code);
}

TEST_CASE("a code given twice is refused") {
  const auto bad = GENERATE(BadCode{&CatalogTables::majors, "majors", "510201"},
                            BadCode{&CatalogTables::classes, "classes", "5102"},
                            BadCode{&CatalogTables::categories, "categories", "51"},
                            BadCode{&CatalogTables::regions, "regions", "410100"},
                            BadCode{&CatalogTables::certificates, "certificates", "X001"});
  auto tables = small_tables();
  (tables.*bad.rows).push_back({std::string(bad.code), "name"});
  check_refused(tables, bad.table, bad.code);
}

TEST_CASE("a row without a name is refused") {
  auto tables = small_tables();
  tables.regions.push_back({"420000", ""});
  check_refused(tables, "regions", "420000");
}

TEST_CASE("a parent that is missing is refused") {
  auto tables = small_tables();
  SECTION("a major's class") {
    tables.majors.push_back({"510301", "通信"});
    check_refused(tables, "majors", "510301");
  }
  SECTION("a class's category") {
    tables.classes.push_back({"5201", "护理类"});
    check_refused(tables, "classes", "5201");
  }
  SECTION("a region's province") {
    tables.regions.push_back({"420100", "武汉市"});
    check_refused(tables, "regions", "420100");
  }
  SECTION("a region's prefecture") {
    tables.regions.push_back({"410202", "龙亭区"});
    check_refused(tables, "regions", "410202");
  }
}

TEST_CASE("a link to a code that is not there is refused") {
  auto tables = small_tables();
  SECTION("a continuation from") {
    tables.progressions.push_back({"510299", "510201"});
    check_refused(tables, "progressions", "510299");
  }
  SECTION("a continuation to a retired code") {
    tables.progressions.push_back({"510201", "590101"});
    check_refused(tables, "progressions", "590101");
  }
  SECTION("a cluster's region") {
    tables.clusters.push_back({"中原", "420000"});
    check_refused(tables, "clusters", "420000");
  }
  SECTION("a certificate's major") {
    tables.certificate_majors.push_back({"X001", "510299"});
    check_refused(tables, "certificate_majors", "510299");
  }
  SECTION("a major's certificate") {
    tables.certificate_majors.push_back({"X009", "510201"});
    check_refused(tables, "certificate_majors", "X009");
  }
  SECTION("an occupation's major") {
    tables.major_occupations.push_back({"510299", "4-04-05-01"});
    check_refused(tables, "major_occupations", "510299");
  }
  SECTION("a successor") {
    tables.retired_regions.push_back({"110104", "宣武区", {"110102"}});
    check_refused(tables, "retired_regions", "110102");
  }
}

TEST_CASE("retired codes are checked too") {
  auto tables = small_tables();
  SECTION("form") {
    tables.retired_majors.push_back({"5901", "计算机", {}});
    check_refused(tables, "retired_majors", "5901");
  }
  SECTION("twice") {
    tables.retired_majors.push_back(tables.retired_majors.front());
    check_refused(tables, "retired_majors", tables.retired_majors.front().code);
  }
  SECTION("a successor twice") {
    tables.retired_majors.push_back({"590109", "计算机", {"510201", "510201"}});
    check_refused(tables, "retired_majors", "590109");
  }
}

TEST_CASE("64 clusters are the most") {
  auto tables = small_tables();
  tables.clusters.clear();
  for (int i = 0; i < 64; ++i) tables.clusters.push_back({fmt::format("cluster {}", i), "410100"});
  const auto catalog = built(tables);
  CHECK(catalog->cluster_count() == 64);
  CHECK(catalog->clusters_of(region(*catalog, "410102")) == ~std::uint64_t{0});
  tables.clusters.push_back({"one more", "110000"});
  check_refused(tables, "clusters", "one more");
}

TEST_CASE("more entries than two bytes can number are refused") {
  auto tables = small_tables();
  tables.majors.clear();
  tables.classes.clear();
  tables.progressions.clear();
  tables.certificate_majors.clear();
  tables.retired_majors.clear();
  for (int group = 0; group < 7; ++group) {
    tables.classes.push_back({fmt::format("51{:02}", group), "class"});
    for (int i = 0; i < 100; ++i) tables.majors.push_back({fmt::format("51{:02}{:02}", group, i), "major"});
  }
  CHECK(built(tables)->major_count() == 700);
  tables.majors.resize(65535);
  check_refused(tables, "majors", "65535");
}

TEST_CASE("a catalogue may be empty") {
  const auto catalog = built({});
  CHECK(catalog->major_count() == 0);
  CHECK(catalog->family_count() == 0);
  CHECK_FALSE(catalog->major_named("x"));
  CHECK(catalog->resolve_major("510201").error().code == ErrorCode::unknown_major);
  CHECK(catalog->resolve_region("410000").error().suggestions.empty());
}
