#include <algorithm>
#include <charconv>
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

std::uint64_t generation_of(std::string_view family) {
  std::uint64_t generation = 0;
  const auto digits = family.substr(family.rfind('.') + 1);
  std::from_chars(digits.data(), digits.data() + digits.size(), generation);
  return generation;
}

}  // namespace

Result<std::unique_ptr<Store>> Store::open(const fs::path& directory, const StoreOptions& options) {
  const auto records = directory / "records";
  if (auto created = make_directory(records); !created) return fail(std::move(created.error()));
  auto lock = DirectoryLock::acquire(directory, options.program);
  if (!lock) return fail(std::move(lock.error()));
  auto core = std::make_unique<StoreCore>(std::move(*lock));
  core->options = family_options(make_block_cache());
  const auto families = open_database(*core, records, options);
  if (!families) return fail(families.error());
  for (const auto& family : *families) {
    core->next_generation = std::max(core->next_generation.load(), generation_of(family->name()) + 1);
  }
  if (auto taken = take_over(*core, *families, directory); !taken) return fail(std::move(taken.error()));
  return std::unique_ptr<Store>(new Store(std::move(core)));
}

}  // namespace talentmatch
