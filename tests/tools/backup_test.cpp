// backup, restore, verify and person from outside, with and without a server.

#include <csignal>
#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/tools/program.hpp"

using namespace talentmatch::testing;
using Catch::Matchers::Contains;

namespace {

void make_few_records(const std::string& folder) {
  const auto made = run_program({"generate", "--data", folder, "--schools", "5", "--graduates", "60",
                                 "--employers", "6", "--postings", "50", "--seed", "5"});
  INFO(made.error);
  REQUIRE(made.status == 0);
}

std::string largest_table(const std::string& folder) {
  std::filesystem::path largest;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (file.path().extension() != ".sst") continue;
    if (largest.empty() || file.file_size() > std::filesystem::file_size(largest)) largest = file.path();
  }
  return largest.string();
}

}  // namespace

TEST_CASE("a backup is made, listed, verified and restored") {
  const ScratchFolder folder;
  make_few_records(folder / "d");
  const auto made = run_program({"backup", "--data", folder / "d", "--to", folder / "b"});
  INFO(made.error);
  REQUIRE(made.status == 0);
  CHECK_THAT(made.out, Contains("backup 1: ") && Contains("data version 5-"));
  CHECK_THAT(run_program({"backup", "--data", folder / "d", "--to", folder / "b", "--list", "--json"}).out,
             Contains(R"({"backups":[{"id":1,"made":")"));
  const auto verified = run_program({"verify", "--backups", folder / "b"});
  CHECK(verified.status == 0);
  CHECK_THAT(verified.out, Contains("every file is whole"));
  const auto restored = run_program({"restore", "--from", folder / "b", "--data", folder / "r"});
  INFO(restored.error);
  REQUIRE(restored.status == 0);
  CHECK_THAT(restored.out, Contains("backup 1 of ") && Contains("60 graduates, 50 postings"));
  CHECK(run_program({"export", "graduates", "--data", folder / "r"}).out ==
        run_program({"export", "graduates", "--data", folder / "d"}).out);

  const auto again = run_program({"restore", "--from", folder / "b", "--data", folder / "r"});
  CHECK(again.status == 2);
  CHECK_THAT(again.error, Contains("not empty"));
  CHECK(run_program({"restore", "--from", folder / "nowhere", "--data", folder / "x"}).status == 1);
  CHECK(run_program({"restore", "--from", folder / "b", "--id", "9", "--data", folder / "x"}).status == 1);
}

TEST_CASE("a damaged backup is refused by name") {
  const ScratchFolder folder;
  make_few_records(folder / "d");
  REQUIRE(run_program({"backup", "--data", folder / "d", "--to", folder / "b"}).status == 0);
  const auto table = largest_table(folder / "b");
  auto bytes = read_text(table);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_text(table, bytes);
  const auto verified = run_program({"verify", "--backups", folder / "b", "--lang", "zh"});
  CHECK(verified.status == 1);
  CHECK_THAT(verified.error, Contains("存储的数据已损坏") && Contains(table));
  const auto restored = run_program({"restore", "--from", folder / "b", "--data", folder / "r"});
  CHECK(restored.status == 1);
  CHECK_THAT(restored.error, Contains(table));
}

TEST_CASE("a damaged data directory is found by verify") {
  const ScratchFolder folder;
  make_few_records(folder / "d");
  CHECK(run_program({"verify", "--data", folder / "d"}).status == 0);
  CHECK(run_program({"verify"}).status == 2);
  CHECK(run_program({"verify", "--data", folder / "d", "--backups", folder / "d"}).status == 2);
  const auto table = largest_table(folder / "d");
  auto bytes = read_text(table);
  bytes[bytes.size() / 3] = static_cast<char>(bytes[bytes.size() / 3] ^ 1);
  write_text(table, bytes);
  const auto verified = run_program({"verify", "--data", folder / "d"});
  CHECK(verified.status == 1);
  CHECK_THAT(verified.error, Contains("damaged"));
}

TEST_CASE("backups and erasures work through a running server") {
  const ScratchFolder folder;
  make_few_records(folder / "d");
  {
    ServeProcess server(folder / "d");
    const auto made = run_program({"backup", "--server", server.url(), "--json"});
    INFO(made.error);
    REQUIRE(made.status == 0);
    CHECK(made.out.starts_with(R"({"id":1,"made":")"));
    CHECK(run_program({"backup", "--server", server.url(), "--to", folder / "b"}).status == 2);
    const auto told = run_program({"person", "export", "G3", "--server", server.url()});
    CHECK_THAT(told.out, Contains(R"({"graduate":{"id":"G3")"));
    const auto erased = run_program({"person", "erase", "G3", "--server", server.url()});
    CHECK_THAT(erased.out, Contains("erased: 1 record"));
    CHECK(server.stop(SIGTERM) == 0);
  }
  CHECK(run_program({"person", "export", "G3", "--data", folder / "d"}).status == 1);
  const auto nobody = run_program({"person", "erase", "G3", "--data", folder / "d", "--lang", "zh"});
  CHECK_THAT(nobody.out, Contains("没有此编号的记录"));
  CHECK(run_program({"person", "forget", "G3", "--data", folder / "d"}).status == 2);
  REQUIRE(run_program({"restore", "--from", folder / "d/backups", "--data", folder / "r"}).status == 0);
  CHECK(run_program({"person", "export", "G3", "--data", folder / "r"}).status == 0);
}

TEST_CASE("the audit log is shown and verified") {
  const ScratchFolder folder;
  make_few_records(folder / "d");
  {
    ServeProcess server(folder / "d");
    REQUIRE(run_program({"person", "export", "G3", "--server", server.url()}).status == 0);
    CHECK(run_program({"audit", "list", "--data", folder / "d"}).status == 1);
    const auto asked = run_program({"audit", "list", "--server", server.url()});
    INFO(asked.error);
    CHECK(asked.status == 0);
    CHECK_THAT(asked.out, Contains("       1  20") && Contains("graduates.import") && Contains("×60"));
    CHECK(run_program({"audit", "verify", "--server", server.url()}).status == 2);
    REQUIRE(server.stop(SIGTERM) == 0);
  }
  const auto listed = run_program({"audit", "list", "--data", folder / "d", "--person", "G3", "--json"});
  INFO(listed.error);
  REQUIRE(listed.status == 0);
  CHECK_THAT(listed.out, Contains(R"("who":"local","what":"person.export","person":")"));
  CHECK_THAT(run_program({"audit", "list", "--data", folder / "d"}).out,
             Contains("graduates.import") && Contains("×60"));
  CHECK(run_program({"audit", "list", "--data", folder / "d", "--since", "2100-01-01"}).out.empty());
  CHECK(run_program({"audit", "list", "--data", folder / "d", "--since", "soon"}).status == 2);
  CHECK(run_program({"audit", "list"}).status == 2);
  const auto verified = run_program({"audit", "verify", "--data", folder / "d"});
  CHECK(verified.status == 0);
  CHECK_THAT(verified.out, Contains("entries, 1 to"));
}
