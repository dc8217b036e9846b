// The optional major ↔ occupation table, with the official pairs where the reference data lies beside the
// source tree.
#include <fstream>
#include <random>

#include <catch2/catch.hpp>

#include "storage/catalog/load_catalog.hpp"
#include "tests/reference/majors.hpp"
#include "tests/storage/catalog_folder.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;

namespace {

const std::filesystem::path kOfficialPairs = TALENTMATCH_SOURCE_DIR "/../shared/data/major_occupation.csv";

// The official file has a letter before the major's code, the name second, the occupation third; no cell that
// is read here is quoted.
std::string as_table(const std::filesystem::path& csv) {
  std::ifstream in(csv);
  std::string line;
  std::getline(in, line);
  std::string table = "major\toccupation\n";
  while (std::getline(in, line)) {
    const auto name = line.find(',');
    const auto occupation = line.find(',', name + 1) + 1;
    table += line.substr(1, name - 1) + "\t" +
             line.substr(occupation, line.find(',', occupation) - occupation) + "\n";
  }
  return table;
}

}  // namespace

TEST_CASE("an optional table raises the affinity of majors that share occupations") {
  const CatalogFolder folder;
  folder.write("major_occupations", "major\toccupation\n410101\t1\n080901\t1\n080901\t2\n");
  const auto catalog = load_catalog(folder.path()).value();
  CHECK(catalog->has_occupations());
  const auto a = catalog->resolve_major("410101").value().id;
  const auto b = catalog->resolve_major("080901").value().id;
  CHECK(catalog->affinity(a, Catalog::entry_of(b)) == 57);  // ⌊(25·2 + 65·1)/2⌋
}

TEST_CASE("a row of the optional table that names no major is refused") {
  const CatalogFolder folder;
  folder.write("major_occupations", "major\toccupation\nZ610101\t5-01-01-01\n");
  const auto error = load_catalog(folder.path()).error();
  CHECK(error.field == "major_occupations");
  CHECK(error.value == "Z610101");
}

TEST_CASE("affinity with the official occupations equals the table of spec 1 pair by pair") {
  if (!std::filesystem::exists(kOfficialPairs)) {
    WARN("SKIPPED: no official major ↔ occupation pairs beside the source tree");
    return;
  }
  const CatalogFolder folder;
  folder.write("major_occupations", as_table(kOfficialPairs));
  const auto tables = read_catalog(folder.path()).value();
  const auto catalog = Catalog::build(tables).value();
  REQUIRE(tables.major_occupations.size() > 6000);
  const reference::Vocabulary vocabulary(catalog, tables);
  CAPTURE(Catch::rngSeed());
  std::mt19937 random(Catch::rngSeed());
  for (std::size_t m = random() % 5; m < catalog->major_count(); m += 5) {
    for (std::size_t e = random() % 11; e < catalog->entry_count(); e += 11) {
      const auto major = static_cast<MajorId>(m);
      const auto entry = static_cast<EntryId>(e);
      if (catalog->affinity(major, entry) == reference::affinity(vocabulary, major, entry)) continue;
      FAIL(vocabulary.code(major) << " × " << vocabulary.code(entry));
    }
  }
}
