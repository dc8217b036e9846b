#include "storage/store/directory_lock.hpp"

#include <array>
#include <cerrno>
#include <ctime>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace talentmatch {
namespace {

Error system_error(int number, const std::filesystem::path& path) {
  return {.code = number == ENOSPC ? ErrorCode::no_space : ErrorCode::io_error,
          .detail = path.string() + ": " + std::generic_category().message(number)};
}

std::string holder_of(int descriptor) {
  std::array<char, 256> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  std::string holder(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!holder.empty() && holder.back() == '\n') holder.pop_back();
  return holder.empty() ? "another process" : holder;
}

bool write_holder(int descriptor, std::string_view program) {
  const auto text = fmt::format("{}, process {}, since {:%Y-%m-%dT%H:%M:%SZ}\n", program, ::getpid(),
                                fmt::gmtime(std::time(nullptr)));
  return ::ftruncate(descriptor, 0) == 0 &&
         ::pwrite(descriptor, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
}

}  // namespace

Result<DirectoryLock> DirectoryLock::acquire(const std::filesystem::path& directory,
                                             std::string_view program) {
  const auto path = directory / "holder";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
  if (descriptor < 0) return fail(system_error(errno, path));
  DirectoryLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return fail(system_error(errno, path));
    return fail({.code = ErrorCode::locked, .value = directory.string(), .detail = holder_of(descriptor)});
  }
  // On a full disk the name of the holder may be missing; the lock itself holds.
  if (!write_holder(descriptor, program) && errno != ENOSPC) return fail(system_error(errno, path));
  return lock;
}

DirectoryLock::DirectoryLock(DirectoryLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

DirectoryLock::~DirectoryLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace talentmatch
