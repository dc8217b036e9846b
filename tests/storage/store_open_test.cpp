#include <rocksdb/db.h>
#include <unistd.h>

#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;
namespace fs = std::filesystem;

namespace {

// The meta family, written past the store.
void write_meta(const fs::path& directory, const std::string& key, const std::string& value) {
  std::vector<std::string> names;
  const auto path = (directory / "records").string();
  REQUIRE(rocksdb::DB::ListColumnFamilies({}, path, &names).ok());
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (const auto& name : names) families.emplace_back(name, rocksdb::ColumnFamilyOptions{});
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* raw = nullptr;
  REQUIRE(rocksdb::DB::Open({}, path, families, &handles, &raw).ok());
  const std::unique_ptr<rocksdb::DB> database(raw);
  REQUIRE(database->Put({}, key, value).ok());
  for (auto* handle : handles) REQUIRE(database->DestroyColumnFamilyHandle(handle).ok());
}

}  // namespace

TEST_CASE("a store keeps its records, its commit number and its catalogue version") {
  const TemporaryDirectory directory;
  {
    auto store = open_store(directory.path() / "new" / "deep");
    CHECK(store->last_commit() == 0);
    CHECK(store->catalog_version()->empty());
    CHECK(commit(*store,
                 {entry(Collection::schools, "S1", "one"), entry(Collection::postings, "S1", "two")}) == 1);
    REQUIRE(store->set_catalog_version("abc"));
  }
  auto store = open_store(directory.path() / "new" / "deep");
  CHECK(store->last_commit() == 1);
  CHECK(store->catalog_version() == "abc");
  CHECK(store->get(Collection::schools, "S1") == "one");
  CHECK(store->get(Collection::postings, "S1") == "two");
  CHECK(store->get(Collection::graduates, "S1").error().code == ErrorCode::not_found);
}

TEST_CASE("a directory that is held is refused and its holder named") {
  const TemporaryDirectory directory;
  const auto store = open_store(directory.path(), {.program = "talentmatch serve"});
  const auto error = refused_open(directory.path());
  CHECK(error.code == ErrorCode::locked);
  CHECK(error.detail.starts_with("talentmatch serve, process " + std::to_string(::getpid()) + ", since 20"));
}

TEST_CASE("another format version is refused in words") {
  const TemporaryDirectory directory;
  open_store(directory.path()).reset();
  write_meta(directory.path(), "format", "7");
  const auto error = refused_open(directory.path());
  CHECK(error.code == ErrorCode::wrong_format);
  CHECK(error.detail == "it has format 7, this program reads and writes format 1");
}

TEST_CASE("a database of somebody else is refused and left alone") {
  const TemporaryDirectory directory;
  const auto path = (directory.path() / "records").string();
  rocksdb::Options options;
  options.create_if_missing = true;
  for (const bool second : {false, true}) {
    rocksdb::DB* raw = nullptr;
    REQUIRE(rocksdb::DB::Open(options, path, &raw).ok());
    const std::unique_ptr<rocksdb::DB> database(raw);
    std::string value;
    if (second) CHECK(database->Get({}, "theirs", &value).ok());
    REQUIRE(database->Put({}, "theirs", "kept").ok());
    REQUIRE(database->Close().ok());
    CHECK(refused_open(directory.path()).code == ErrorCode::wrong_format);
  }
}

TEST_CASE("a creation that was cut off is finished") {
  const TemporaryDirectory directory;
  rocksdb::Options options;
  options.create_if_missing = true;
  {
    rocksdb::DB* raw = nullptr;
    REQUIRE(rocksdb::DB::Open(options, (directory.path() / "records").string(), &raw).ok());
    const std::unique_ptr<rocksdb::DB> database(raw);
    rocksdb::ColumnFamilyHandle* family = nullptr;
    REQUIRE(database->CreateColumnFamily({}, "schools.1", &family).ok());
    REQUIRE(database->DestroyColumnFamilyHandle(family).ok());
  }
  auto store = open_store(directory.path());
  CHECK(commit(*store, {entry(Collection::schools, "S1", "one")}) == 1);
  store.reset();
  CHECK(open_store(directory.path())->get(Collection::schools, "S1") == "one");
}
