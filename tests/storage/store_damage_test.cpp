#include <fstream>

#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files(const fs::path& directory, std::string_view kind) {
  std::vector<fs::path> found;
  for (const auto& file : fs::directory_iterator(directory / "records")) {
    if (file.path().extension() == kind && file.file_size() > 0) found.push_back(file.path());
  }
  return found;
}

void flip_byte(const fs::path& path, std::uintmax_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const auto byte = static_cast<char>(file.get() ^ 0x40);
  file.seekp(static_cast<std::streamoff>(at));
  file.put(byte);
  REQUIRE(file.good());
}

std::vector<JournalEntry> postings(int count) {
  std::vector<JournalEntry> entries;
  for (int i = 0; i < count; ++i) {
    entries.push_back(entry(Collection::postings, "P" + std::to_string(i), std::string(100, 'x')));
  }
  return entries;
}

}  // namespace

TEST_CASE("a damaged table is found and the collection named") {
  const TemporaryDirectory directory;
  REQUIRE(open_store(directory.path())->commit(postings(2000)));
  for (const auto& table : files(directory.path(), ".sst")) {
    if (fs::file_size(table) > 4000) flip_byte(table, 1000);
  }
  const auto store = Store::open(directory.path());
  REQUIRE(store);
  auto scan = (*store)->scan(Collection::postings);
  while (scan.next()) {
  }
  REQUIRE_FALSE(scan.check());
  CHECK(scan.check().error().code == ErrorCode::corrupt_data);
  CHECK(scan.check().error().detail.starts_with("postings"));
}

TEST_CASE(
    "a damaged log is refused, but a log that ends in half a record is a commit that nobody was told of") {
  const TemporaryDirectory directory;
  const auto crashed = directory.path() / "crashed";
  const auto live = directory.path() / "live";
  auto store = open_store(live);
  for (int i = 0; i < 3; ++i) REQUIRE(store->commit(postings(10)));
  fs::copy(live, crashed, fs::copy_options::recursive);
  REQUIRE(files(crashed, ".log").size() == 1);
  const auto log = files(crashed, ".log").front();
  SECTION("cut off") {
    fs::resize_file(log, fs::file_size(log) - 7);
    CHECK(open_store(crashed)->last_commit() == 2);
  }
  SECTION("damaged") {
    flip_byte(log, fs::file_size(log) / 2);
    CHECK(refused_open(crashed).code == ErrorCode::corrupt_data);
  }
}

TEST_CASE("a database that lost its head is not begun anew") {
  const TemporaryDirectory directory;
  REQUIRE(open_store(directory.path())->commit(postings(10)));
  fs::remove(directory.path() / "records" / "CURRENT");
  const auto error = refused_open(directory.path());
  CHECK(error.code == ErrorCode::corrupt_data);
  CHECK_FALSE(files(directory.path(), ".sst").empty());
}

TEST_CASE("a missing table is found when the store is opened") {
  const TemporaryDirectory directory;
  REQUIRE(open_store(directory.path())->commit(postings(10)));
  for (const auto& table : files(directory.path(), ".sst")) fs::remove(table);
  CHECK(refused_open(directory.path()).code == ErrorCode::corrupt_data);
}
