#include "storage/store/backup/restore_target.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "storage/store/backup/restore.hpp"

namespace talentmatch {

Result<RestoreTarget> RestoreTarget::claim(const std::filesystem::path& directory) {
  std::error_code error;
  const bool made = std::filesystem::create_directories(directory, error);
  if (error) return fail(failed_at(error, directory));
  RestoreTarget target(directory, made);
  if (auto locked = target.lock(); !locked) return fail(std::move(locked.error()));
  if (auto empty = check_empty(directory); !empty) return fail(std::move(empty.error()));
  return target;
}

// Of the directory itself, so that no file of the lock lies in what must be empty.
Result<void> RestoreTarget::lock() {
  descriptor_ = ::open(directory_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor_ < 0) return fail(failed_at({errno, std::generic_category()}, directory_));
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return {};
  const int number = errno;
  made_ = false;  // by the other
  if (number != EWOULDBLOCK) return fail(failed_at({number, std::generic_category()}, directory_));
  return fail({.code = ErrorCode::locked,
               .value = directory_.string(),
               .detail = "another restore into it is under way"});
}

RestoreTarget::RestoreTarget(RestoreTarget&& other) noexcept
    : directory_(std::move(other.directory_)),
      made_(std::exchange(other.made_, false)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

RestoreTarget::~RestoreTarget() {
  std::error_code filled;
  if (made_) std::filesystem::remove(directory_, filled);
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace talentmatch
