#include <algorithm>

#include "tests/engine/catalog_small.hpp"
#include "tests/support/shipped_catalog.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

TEST_CASE("majors come first, then classes, then categories, each ascending by code") {
  const auto catalog = built(small_tables());
  const std::vector<std::string_view> expected{"080901", "510201", "510202", "710201", "710202", "0809",
                                               "5102",   "7102",   "08",     "51",     "71"};
  REQUIRE(catalog->major_count() == 5);
  REQUIRE(catalog->entry_count() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(catalog->code_of(static_cast<EntryId>(i)) == expected[i]);
    CHECK(entry(*catalog, expected[i]) == static_cast<EntryId>(i));
  }
  CHECK(catalog->name_of(entry(*catalog, "5102")) == "计算机类");
  CHECK(catalog->class_of(major(*catalog, "510201")) == entry(*catalog, "5102"));
  CHECK(catalog->category_of(major(*catalog, "080901")) == entry(*catalog, "08"));
}

TEST_CASE("T and K after a major code are dropped, other endings are not") {
  const auto catalog = built(small_tables());
  for (const auto code : {"080901", "080901T", "080901K", "080901TK"}) {
    CHECK(catalog->resolve_major(code).value().id == major(*catalog, "080901"));
    CHECK_FALSE(catalog->resolve_entry(code).value().replaced);
  }
  for (const auto code : {"080901t", "080901KT", "080901TT", "080901X", "0809T", "08K", "T", "08090T"}) {
    CAPTURE(code);
    CHECK(catalog->resolve_entry(code).error().code == ErrorCode::unknown_major);
    CHECK(catalog->resolve_entry(code).error().value == code);
  }
}

TEST_CASE("a major must have six digits, an entry six, four or two") {
  const auto catalog = built(small_tables());
  for (const auto code : {"0809", "08", "", "5102011", "51020", "５１０２０１"}) {
    CAPTURE(code);
    CHECK(catalog->resolve_major(code).error().code == ErrorCode::unknown_major);
  }
  for (const auto code : {"080", "8", "", "080901 "}) {
    CHECK(catalog->resolve_entry(code).error().code == ErrorCode::unknown_major);
  }
}

TEST_CASE("a retired major becomes its only successor") {
  const auto catalog = built(small_tables());
  for (const auto code : {"590101", "590101K"}) {
    const auto found = catalog->resolve_major(code);
    REQUIRE(found);
    CHECK(found->replaced);
    CHECK(found->id == major(*catalog, "510201"));
  }
  CHECK(catalog->resolve_entry("590101").value().replaced);
}

TEST_CASE("a retired major with no or several successors is refused with the candidates") {
  const auto catalog = built(small_tables());
  const auto several = catalog->resolve_major("590102").error();
  CHECK(several.code == ErrorCode::retired_code);
  CHECK(several.suggestions == std::vector<std::string>{"510201 计算机应用技术", "510202 计算机网络技术"});
  const auto none = catalog->resolve_entry("590103").error();
  CHECK(none.code == ErrorCode::retired_code);
  CHECK(none.suggestions.empty());
}

TEST_CASE("a code that is both current and retired is current") {
  const auto found = built(small_tables())->resolve_major("510202");
  REQUIRE(found);
  CHECK_FALSE(found->replaced);
}

TEST_CASE("a name finds its major only if it is exact and unique") {
  const auto catalog = built(small_tables());
  CHECK(catalog->major_named("计算机应用") == major(*catalog, "710201"));
  CHECK_FALSE(catalog->major_named("计算机网络技术"));  // in two catalogues
  CHECK_FALSE(catalog->major_named("计算机"));
  CHECK_FALSE(catalog->major_named(""));
}

TEST_CASE("an entry names its own majors and nobody else's") {
  const auto catalog = built(small_tables());
  const auto m = major(*catalog, "510201");
  for (const auto code : {"510201", "5102", "51"}) CHECK(catalog->names(entry(*catalog, code), m));
  for (const auto code : {"510202", "7102", "71", "08"})
    CHECK_FALSE(catalog->names(entry(*catalog, code), m));
}

TEST_CASE("families join the vocational catalogues by the arithmetic and leave 门类 apart") {
  const auto& catalog = *shipped_catalog().catalog;
  const auto family = [&](std::string_view code) { return catalog.family_of(entry(catalog, code)); };
  CHECK(catalog.family_count() == 19 + 13);
  CHECK(family("51") == family("31"));
  CHECK(family("51") == family("71"));
  CHECK(family("7102") == family("510201"));
  CHECK(family("50") == family("30"));
  CHECK(family("50") != family("51"));
  CHECK(family("01") != family("21"));
  CHECK(family("0809") == family("08"));
  for (std::size_t i = 0; i < catalog.entry_count(); ++i) {
    REQUIRE(catalog.family_of(static_cast<EntryId>(i)) < catalog.family_count());
  }
}

TEST_CASE("every shipped major resolves to itself, also where it was moved") {
  const auto& shipped = shipped_catalog();
  CHECK(shipped.catalog->major_count() == 2354);
  CHECK(shipped.catalog->entry_count() == 2354 + 371 + 70);
  for (const auto& row : shipped.tables.majors) {
    const auto found = shipped.catalog->resolve_major(row.code);
    REQUIRE(found);
    CHECK_FALSE(found->replaced);
    CHECK(shipped.catalog->code_of(Catalog::entry_of(found->id)) == row.code);
    CHECK(shipped.catalog->name_of(Catalog::entry_of(found->id)) == row.name);
  }
}
