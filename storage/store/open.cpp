#include <system_error>

#include "storage/store/core.hpp"
#include "storage/store/open_database.hpp"
#include "storage/store/rocks.hpp"
#include "storage/store/take_over.hpp"

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
  const auto records = directory / "records";
  if (auto created = make_directory(records); !created) return fail(std::move(created.error()));
  auto lock = DirectoryLock::acquire(directory, options.program);
  if (!lock) return fail(std::move(lock.error()));
  auto core = std::make_unique<StoreCore>(std::move(*lock), DiskSpace(options.env, records));
  core->options = family_options(make_block_cache());
  const auto families = open_database(*core, records, options);
  if (!families) return fail(families.error());
  if (auto taken = take_over(*core, *families, directory); !taken) return fail(std::move(taken.error()));
  for (const auto& pair : core->families) {
    if (auto cleared = make_empty(pair.spare); !cleared) return fail(std::move(cleared.error()));
  }
  return std::unique_ptr<Store>(new Store(std::move(core)));
}

}  // namespace talentmatch
