// How long backups are kept that cannot be read, and who may restore where.

#include <chrono>
#include <fstream>
#include <thread>

#include "storage/store/backup/backups.hpp"
#include "tests/storage/store_support.hpp"

using namespace talentmatch;
using namespace talentmatch::testing;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  std::uint32_t back_up(const Retention& retention) {
    REQUIRE(commit(*store_, {entry(Collection::schools, "S" + std::to_string(++commits_), "x")}));
    const auto made = store_->back_up(path(), retention);
    if (!made) FAIL(message(made.error(), Language::en));
    return made->id;
  }
  std::vector<std::uint32_t> kept() const {
    std::vector<std::uint32_t> ids;
    for (const auto& backup : Backups::open(path())->list()) ids.push_back(backup.id);
    return ids;
  }
  fs::path description(std::uint32_t id) const { return path() / "meta" / std::to_string(id); }
  void damage(std::uint32_t id) const {
    std::ofstream(description(id)) << "nonsense\n";
    REQUIRE(std::ranges::any_of(Backups::open(path())->list(), [&](const Backup& backup) {
      return backup.id == id && backup.version.empty();
    }));
  }
  bool holds_files_of(std::uint32_t id) const { return fs::exists(path() / "private" / std::to_string(id)); }
  fs::path path() const { return directory_.path() / "backups"; }

 private:
  TemporaryDirectory directory_;
  std::unique_ptr<Store> store_ = open_store(directory_.path() / "data");
  int commits_ = 0;
};

using Ids = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a damaged backup goes when enough newer ones are there, with its files") {
  Folder folder;
  const Retention retention{.keep = 3, .days = 30};
  const auto first = folder.back_up(retention);
  const auto second = folder.back_up(retention);
  folder.damage(first);
  const auto third = folder.back_up(retention);
  CHECK(folder.kept() == Ids{first, second, third});
  const auto fourth = folder.back_up(retention);
  CHECK(folder.kept() == Ids{second, third, fourth});
  CHECK_FALSE(folder.holds_files_of(first));
}

TEST_CASE("damaged backups take the place of no sound one") {
  Folder folder;
  const Retention retention{.keep = 2, .days = 30};
  const auto first = folder.back_up(retention);
  const auto second = folder.back_up(retention);
  folder.damage(second);
  const auto third = folder.back_up(retention);
  CHECK(folder.kept() == Ids{first, second, third});  // two that can be restored
  const auto fourth = folder.back_up(retention);
  CHECK(folder.kept() == Ids{third, fourth});
}

TEST_CASE("a damaged backup goes when it is too old") {
  Folder folder;
  const auto first = folder.back_up({});
  folder.damage(first);
  folder.back_up({});
  CHECK(folder.kept().size() == 2);
  fs::last_write_time(folder.description(first), fs::file_time_type::clock::now() - std::chrono::days(31));
  const auto third = folder.back_up({});
  CHECK(folder.kept() == Ids{third - 1, third});
}

TEST_CASE("of two restores into one directory the second is refused, and the first is whole") {
  Folder folder;
  const auto id = folder.back_up({});
  const TemporaryDirectory directory;
  const auto target = directory.path() / "restored";
  const auto backups = Backups::open(folder.path());
  REQUIRE(backups);
  int refused = 0;
  int done = 0;
  for (int round = 0; round < 20; ++round) {
    Result<void> one;
    Result<void> other;
    {
      const auto second = Backups::open(folder.path());
      std::jthread beside([&] { other = second->restore(id, target); });
      one = backups->restore(id, target);
    }
    for (const auto* result : {&one, &other}) {
      if (result->has_value()) {
        ++done;
        continue;
      }
      ++refused;
      const auto code = result->error().code;
      CHECK((code == ErrorCode::locked || code == ErrorCode::invalid_option));
    }
    CHECK(contents(open_store(target)->scan(Collection::schools)).size() == 1);
    fs::remove_all(target);
  }
  CHECK(done == 20);
  CHECK(refused == 20);
}

TEST_CASE("a directory that is being restored into says so") {
  Folder folder;
  const auto id = folder.back_up({});
  const TemporaryDirectory directory;
  const auto target = directory.path() / "restored";
  const auto backups = Backups::open(folder.path());
  REQUIRE(backups->restore(id, target));
  const auto again = backups->restore(id, target);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::invalid_option);
  CHECK(fs::exists(target / "records" / "CURRENT"));
}
