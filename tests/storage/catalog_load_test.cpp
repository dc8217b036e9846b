#include <chrono>
#include <ctime>
#include <fstream>

#include <catch2/catch.hpp>

#include "storage/catalog/load_catalog.hpp"
#include "tests/storage/catalog_folder.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

void check_refused(const std::filesystem::path& folder, ErrorCode code, std::string_view field) {
  const auto catalog = load_catalog(folder);
  REQUIRE_FALSE(catalog);
  CHECK(catalog.error().code == code);
  CHECK(catalog.error().field == field);
  CHECK_FALSE(message(catalog.error(), Language::en).empty());
}

}  // namespace

TEST_CASE("the shipped catalogue loads, and well within its time") {
  const auto wall = std::chrono::steady_clock::now();
  const auto processor = std::clock();
  const auto catalog = load_catalog(kShippedCatalog);
  const auto seconds = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
  const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - wall;
  REQUIRE(catalog);
  WARN("catalogue loaded in " << elapsed.count() << " ms, " << seconds * 1000 << " ms of processor time");
#ifdef NDEBUG
  CHECK(seconds < 0.5);
#endif
  CHECK_FALSE((*catalog)->has_occupations());
  CHECK((*catalog)->version().size() == 16);
}

TEST_CASE("the version is a digest of the contents") {
  const CatalogFolder folder;
  const auto before = read_catalog(folder.path()).value().version;
  CHECK(before == read_catalog(kShippedCatalog).value().version);
  folder.append("majors", "511999\t某专业\n");
  const auto after = read_catalog(folder.path()).value().version;
  CHECK(before != after);
  folder.write("major_occupations", "major\toccupation\n");
  CHECK(after != read_catalog(folder.path()).value().version);
}

TEST_CASE("a catalogue can be extended by lines, in any order and with columns of one's own") {
  const CatalogFolder folder;
  folder.append("classes", "5119\t自设类\n");
  folder.write("certificates", "note\tname\tid\nmine\t自设证书\tOWN-1\n");
  folder.write("certificate_majors", "certificate\tmajor\nOWN-1\t510201\n");
  folder.append("majors", "# own\n\n511901\t自设专业\n");
  folder.append("retired_majors",
                "599901\t旧专业\t511901\n599902\t旧专业\t511901|510201\n599903\t旧专业\t\n");
  const auto catalog = load_catalog(folder.path()).value();
  const auto found = catalog->resolve_major("599901");
  REQUIRE(found);
  CHECK(found->replaced);
  CHECK(catalog->name_of(Catalog::entry_of(found->id)) == "自设专业");
  CHECK(catalog->resolve_major("599902").error().suggestions.size() == 2);
  CHECK(catalog->resolve_major("599903").error().suggestions.empty());
  CHECK(catalog->name_of(catalog->resolve_certificate("OWN-1").value()) == "自设证书");
}

TEST_CASE("a byte order mark and CR LF do no harm") {
  const CatalogFolder folder;
  folder.write("retired_majors",
               "\xEF\xBB\xBF# none\r\ncode\tname\tsuccessors\r\n599901\t旧专业\t510201\r\n");
  CHECK(load_catalog(folder.path()).value()->resolve_major("599901").value().replaced);
}

TEST_CASE("a missing file is named, the optional one may be missing") {
  const CatalogFolder folder;
  std::filesystem::remove(folder.path() / "regions.tsv");
  const auto error = load_catalog(folder.path()).error();
  CHECK(error.code == ErrorCode::io_error);
  CHECK(error.value == (folder.path() / "regions.tsv").string());
  CHECK(load_catalog(folder.path() / "nowhere").error().code == ErrorCode::io_error);
}

TEST_CASE("a directory in the place of a file is an error") {
  const CatalogFolder folder;
  std::filesystem::remove(folder.path() / "regions.tsv");
  std::filesystem::create_directory(folder.path() / "regions.tsv");
  CHECK(load_catalog(folder.path()).error().code == ErrorCode::io_error);
}

TEST_CASE("malformed files are refused with file and line") {
  const CatalogFolder folder;
  SECTION("a row with a column too few") {
    folder.write("progressions", "# one\nfrom\tto\n510201\t080901\n510201\n");
    check_refused(folder.path(), ErrorCode::invalid_value, "progressions.tsv:4");
  }
  SECTION("a row with a column too many") {
    folder.write("progressions", "from\tto\n510201\t080901\t\n");
    check_refused(folder.path(), ErrorCode::invalid_value, "progressions.tsv:2");
  }
  SECTION("a header without a column") {
    folder.write("clusters", "cluster\tplace\n中原\t410100\n");
    check_refused(folder.path(), ErrorCode::invalid_value, "clusters.tsv:1");
  }
  SECTION("an empty file") {
    folder.write("clusters", "");
    check_refused(folder.path(), ErrorCode::invalid_value, "clusters.tsv:1");
  }
  SECTION("only comments") {
    folder.write("clusters", "# nothing\n");
    check_refused(folder.path(), ErrorCode::invalid_value, "clusters.tsv:1");
  }
  SECTION("bytes that are not UTF-8") {
    folder.write("certificates", "id\tname\nX001\t\xD6\xA4\xCA\xE9\n");
    check_refused(folder.path(), ErrorCode::invalid_utf8, "certificates.tsv");
  }
  SECTION("a code that no other table has") {
    folder.append("certificate_majors", "X001\t999999\n");
    check_refused(folder.path(), ErrorCode::invalid_value, "certificate_majors");
  }
}

TEST_CASE("the catalogue that came with a program is found beside or above it") {
  const CatalogFolder folder("install");
  const auto root = folder.path();
  std::filesystem::create_directories(root / "bin" / "debug");
  CHECK_FALSE(find_default_catalog(root / "bin" / "talentmatch"));
  std::filesystem::create_directories(root / "share" / "talentmatch" / "catalog");
  CHECK(find_default_catalog(root / "bin" / "talentmatch") == root / "share" / "talentmatch" / "catalog");
  CHECK_FALSE(find_default_catalog(root / "bin" / "debug" / "talentmatch"));
  std::filesystem::create_directories(root / "data" / "catalog");
  CHECK(find_default_catalog(root / "talentmatch") == root / "data" / "catalog");
  CHECK(find_default_catalog(root / "bin" / "talentmatch") == root / "data" / "catalog");
  CHECK(find_default_catalog(root / "bin" / "debug" / "talentmatch") == root / "data" / "catalog");
}
