#include "storage/store/disk_space.hpp"

#include <fmt/format.h>

#include "storage/store/rocks.hpp"

namespace talentmatch {
namespace {

constexpr std::uint64_t kKeptFree = 16 * kMebibyte;
constexpr std::uint64_t kTrial = 2 * kMebibyte;

}  // namespace

DiskSpace::DiskSpace(rocksdb::Env* env, const std::filesystem::path& directory)
    : env_(env != nullptr ? env : rocksdb::Env::Default()), directory_(directory.string()) {}

Result<void> DiskSpace::check(std::uint64_t bytes) const {
  std::uint64_t free = 0;
  if (!env_->GetFreeSpace(directory_, &free).ok() || free >= bytes + kKeptFree) return {};
  return fail(
      {.code = ErrorCode::no_space, .detail = fmt::format("{}: {} MiB free", directory_, free / kMebibyte)});
}

bool DiskSpace::can_write() const {
  const auto path = directory_ + "/trial";
  std::unique_ptr<rocksdb::WritableFile> file;
  auto status = env_->NewWritableFile(path, &file, {});
  if (status.ok()) status = file->Append(std::string(kTrial, '\0'));
  if (status.ok()) status = file->Sync();
  if (file) file->Close().PermitUncheckedError();
  const auto deleted = env_->DeleteFile(path);
  return status.ok() && deleted.ok();
}

}  // namespace talentmatch
