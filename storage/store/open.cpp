#include <system_error>

#include "storage/store/backup/restore.hpp"
#include "storage/store/core.hpp"

namespace talentmatch {
namespace {

namespace fs = std::filesystem;

Result<void> make_directory(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (!error) return {};
  const bool full = error == std::errc::no_space_on_device;
  return fail({.code = full ? ErrorCode::no_space : ErrorCode::io_error,
               .detail = directory.string() + ": " + error.message()});
}

}  // namespace

Result<std::unique_ptr<Store>> Store::open(const fs::path& directory, const StoreOptions& options) {
  if (auto created = make_directory(directory / "records"); !created) return fail(std::move(created.error()));
  auto lock = DirectoryLock::acquire(directory, options.program);
  if (!lock) return fail(std::move(lock.error()));
  if (auto whole = check_not_half_restored(directory); !whole) return fail(std::move(whole.error()));
  auto opened = open_records(directory, options);
  if (!opened) return fail(std::move(opened.error()));
  for (const auto& pair : (*opened)->families) {
    if (auto cleared = make_empty(pair.spare); !cleared) return fail(std::move(cleared.error()));
  }
  auto core = std::make_unique<StoreCore>(directory, options, std::move(*lock), *std::move(opened));
  return std::unique_ptr<Store>(new Store(std::move(core)));
}

}  // namespace talentmatch
