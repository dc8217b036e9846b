// Backups of a store: made, kept, checked, restored.

#include <fstream>

#include "storage/store/backup/backups.hpp"
#include "tests/storage/faulty_env.hpp"
#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBytesOfValue = 1000;

std::vector<JournalEntry> postings(int from, int count) {
  std::vector<JournalEntry> entries;
  for (int i = from; i < from + count; ++i) {
    const auto id = "P" + std::to_string(i);
    // Hardly compressible, so that tables have some size.
    std::string value;
    for (std::uint32_t x = static_cast<std::uint32_t>(i) + 1; value.size() < kBytesOfValue;) {
      x = x * 1'664'525 + 1'013'904'223;
      value += static_cast<char>('!' + (x >> 24U) % 90);
    }
    entries.push_back(entry(Collection::postings, id, value));
  }
  return entries;
}

Backup back_up(const Store& store, const fs::path& folder, const Retention& retention = {}) {
  auto made = store.back_up(folder, retention);
  if (!made) FAIL(message(made.error(), Language::en));
  return *made;
}

Backups open_backups(const fs::path& folder) {
  auto backups = Backups::open(folder);
  if (!backups) FAIL(message(backups.error(), Language::en));
  return *std::move(backups);
}

fs::path largest_table(const fs::path& folder) {
  fs::path largest;
  for (const auto& file : fs::recursive_directory_iterator(folder)) {
    if (file.path().extension() != ".sst") continue;
    if (largest.empty() || file.file_size() > fs::file_size(largest)) largest = file.path();
  }
  REQUIRE_FALSE(largest.empty());
  return largest;
}

void flip_byte(const fs::path& path) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  const auto at = static_cast<std::streamoff>(fs::file_size(path) / 2);
  file.seekg(at);
  const auto byte = static_cast<char>(file.get() ^ 0x40);
  file.seekp(at);
  file.put(byte);
  REQUIRE(file.good());
}

}  // namespace

TEST_CASE("a restored backup is the state of its version, later commits are not in it") {
  const TemporaryDirectory directory;
  const auto folder = directory.path() / "backups";
  const auto store = open_store(directory.path() / "data");
  REQUIRE(store->set_catalog_version("c"));
  REQUIRE(store->commit(postings(0, 2000)));
  const auto then = contents(store->scan(Collection::postings));
  const auto first = back_up(*store, folder);
  REQUIRE(store->commit(postings(1000, 2000)));
  const auto second = back_up(*store, folder);
  CHECK(first.version == "1-c");
  CHECK(second.version == "2-c");
  CHECK(first.bytes > 2000 * kBytesOfValue / 2);
  const auto backups = open_backups(folder);
  CHECK(backups.list().size() == 2);
  CHECK(backups.find({})->id == second.id);
  CHECK(backups.find(99).error().code == ErrorCode::not_found);
  REQUIRE(backups.restore(first.id, directory.path() / "old"));
  REQUIRE(backups.restore(second.id, directory.path() / "new"));
  const auto old = open_store(directory.path() / "old");
  CHECK(old->last_commit() == 1);
  CHECK(contents(old->scan(Collection::postings)) == then);
  CHECK(contents(open_store(directory.path() / "new")->scan(Collection::postings)) ==
        contents(store->scan(Collection::postings)));
}

TEST_CASE("what is staged to replace a collection is not in the restored one") {
  const TemporaryDirectory directory;
  const auto folder = directory.path() / "backups";
  const auto store = open_store(directory.path() / "data");
  REQUIRE(store->commit(postings(0, 10)));
  auto staging = store->stage(Collection::postings);
  REQUIRE(staging);
  REQUIRE(staging->put(postings(50, 10)));
  const auto made = back_up(*store, folder);
  REQUIRE(open_backups(folder).restore(made.id, directory.path() / "new"));
  const auto restored = open_store(directory.path() / "new");
  CHECK(contents(restored->scan(Collection::postings)) == contents(store->scan(Collection::postings)));
  auto again = restored->stage(Collection::postings);
  REQUIRE(again);
  CHECK(contents(again->scan()).empty());
}

TEST_CASE("a second backup costs what is new, and removing the first leaves it whole") {
  const TemporaryDirectory directory;
  const auto folder = directory.path() / "backups";
  const auto store = open_store(directory.path() / "data");
  const auto size = [&] {
    std::uint64_t bytes = 0;
    for (const auto& file : fs::recursive_directory_iterator(folder)) {
      if (file.is_regular_file()) bytes += file.file_size();
    }
    return bytes;
  };
  REQUIRE(store->commit(postings(0, 3000)));
  const auto first = back_up(*store, folder);
  const auto once = size();
  REQUIRE(store->commit(postings(3000, 10)));
  const auto second = back_up(*store, folder, {.keep = 1, .days = 30});
  CHECK(size() < once + once / 10);
  const auto backups = open_backups(folder);
  CHECK(backups.list().size() == 1);
  CHECK(backups.find(first.id).error().code == ErrorCode::not_found);
  REQUIRE(backups.verify(second.id));
  REQUIRE(backups.restore(second.id, directory.path() / "new"));
  CHECK(contents(open_store(directory.path() / "new")->scan(Collection::postings)).size() == 3010);
}

TEST_CASE("backups that are too old go with the next one, the last stays") {
  const TemporaryDirectory directory;
  const auto folder = directory.path() / "backups";
  const auto store = open_store(directory.path() / "data");
  const auto first = back_up(*store, folder);
  // RocksDB keeps the time as the first line of the backup's own file.
  const auto described = folder / "meta" / std::to_string(first.id);
  std::ifstream in(described);
  std::string time;
  std::getline(in, time);
  const std::string rest{std::istreambuf_iterator<char>(in), {}};
  REQUIRE(time == std::to_string(first.seconds));
  std::ofstream(described) << first.seconds - 31 * 86'400 << '\n' << rest;
  REQUIRE(open_backups(folder).list().size() == 1);
  const auto second = back_up(*store, folder);
  const auto left = open_backups(folder).list();
  REQUIRE(left.size() == 1);
  CHECK(left.front().id == second.id);
}

TEST_CASE("a damaged backup is refused with the file named, and nothing is left of the attempt") {
  const TemporaryDirectory directory;
  const auto folder = directory.path() / "backups";
  const auto store = open_store(directory.path() / "data");
  REQUIRE(store->commit(postings(0, 2000)));
  const auto made = back_up(*store, folder);
  const auto table = largest_table(folder);
  SECTION("a byte is another") {
    flip_byte(table);
  }
  SECTION("a file is cut off") {
    fs::resize_file(table, fs::file_size(table) - 1);
  }
  SECTION("a file is missing") {
    fs::remove(table);
  }
  const auto backups = open_backups(folder);
  const auto verified = backups.verify(made.id);
  REQUIRE_FALSE(verified);
  CHECK(verified.error().code == ErrorCode::corrupt_data);
  CHECK_THAT(verified.error().detail, Catch::Matchers::Contains(table.filename().string()));
  const auto target = directory.path() / "new";
  const auto restored = backups.restore(made.id, target);
  REQUIRE_FALSE(restored);
  CHECK_THAT(restored.error().detail, Catch::Matchers::Contains(table.filename().string()));
  CHECK((!fs::exists(target) || fs::is_empty(target)));
}

TEST_CASE("only an empty directory is filled, and one whose restore was cut off is not opened") {
  const TemporaryDirectory directory;
  const auto folder = directory.path() / "backups";
  const auto store = open_store(directory.path() / "data");
  const auto made = back_up(*store, folder);
  const auto backups = open_backups(folder);
  const auto full = backups.restore(made.id, directory.path() / "data");
  REQUIRE_FALSE(full);
  CHECK(full.error().code == ErrorCode::invalid_option);
  CHECK(full.error().field == "data");
  fs::create_directories(directory.path() / "half" / "records.restoring");
  CHECK(refused_open(directory.path() / "half").code == ErrorCode::corrupt_data);
  CHECK(Backups::open(directory.path() / "nowhere").error().code == ErrorCode::not_found);
}

TEST_CASE("one backup at a time is made in a folder, and it can be stopped") {
  const TemporaryDirectory directory;
  const auto folder = directory.path() / "backups";
  const auto store = open_store(directory.path() / "data");
  constexpr int kEnoughForSteps = 12'000;
  REQUIRE(store->commit(postings(0, kEnoughForSteps)));
  int steps = 0;
  const auto stopped = store->back_up(folder, {}, [&](std::uint64_t, std::uint64_t) {
    ++steps;
    CHECK(store->back_up(folder, {}).error().code == ErrorCode::busy);
    return false;
  });
  CHECK(steps > 0);
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code == ErrorCode::stopping);
  const auto made = back_up(*store, folder);
  CHECK(open_backups(folder).list().size() == 1);
  CHECK(open_backups(folder).verify(made.id));
}

TEST_CASE("on a full disk no backup is made and no erasure done, and then both go on") {
  const TemporaryDirectory directory;
  const auto folder = directory.path() / "backups";
  FaultyEnv env;
  const auto store = open_store(directory.path() / "data", {.env = &env});
  REQUIRE(store->commit(postings(0, 100)));
  const auto first = back_up(*store, folder);
  REQUIRE(store->commit(postings(100, 100)));
  env.set_full(true);
  CHECK(store->back_up(folder, {}).error().code == ErrorCode::no_space);
  CHECK(store->begin_purge()->graduate("G1").error().code == ErrorCode::no_space);
  CHECK(store->commit(postings(200, 100)).error().code == ErrorCode::no_space);
  env.set_full(false);
  REQUIRE(store->commit(postings(300, 100)));
  REQUIRE(store->begin_purge()->graduate("G1"));
  const auto second = back_up(*store, folder);
  const auto backups = open_backups(folder);
  CHECK(backups.verify(first.id));
  REQUIRE(backups.restore(second.id, directory.path() / "new"));
  CHECK(contents(open_store(directory.path() / "new")->scan(Collection::postings)) ==
        contents(store->scan(Collection::postings)));
}

TEST_CASE("a damaged table is found by its checksums") {
  const TemporaryDirectory directory;
  {
    REQUIRE(open_store(directory.path())->commit(postings(0, 2000)));
  }
  {
    CHECK(open_store(directory.path())->check_files());
  }
  flip_byte(largest_table(directory.path()));
  const auto checked = open_store(directory.path())->check_files();
  REQUIRE_FALSE(checked);
  CHECK(checked.error().code == ErrorCode::corrupt_data);
}
