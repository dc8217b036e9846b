#include "server/net/spool_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace talentmatch {

namespace {

std::unexpected<Error> system_failure() {
  const int code = errno;
  return fail({.code = code == ENOSPC ? ErrorCode::no_space : ErrorCode::io_error,
               .detail = std::strerror(code)});  // NOLINT(concurrency-mt-unsafe): glibc's is thread-safe
}

}  // namespace

SpoolFile::~SpoolFile() {
  if (file_ >= 0) close(file_);
}

Result<void> SpoolFile::create() {
  std::string name = (folder_ / "talentmatch-spool-XXXXXX").string();
  file_ = mkostemp(name.data(), O_CLOEXEC);
  if (file_ < 0) return system_failure();
  unlink(name.c_str());
  return {};
}

Result<void> SpoolFile::append(std::string_view bytes) {
  if (file_ < 0) {
    if (auto created = create(); !created) return created;
  }
  while (!bytes.empty()) {
    const auto count = pwrite(file_, bytes.data(), bytes.size(), written_);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_failure();
    written_ += count;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Result<void> SpoolFile::take(std::size_t count, std::string& out) {
  const std::size_t start = out.size();
  out.resize(start + std::min(count, static_cast<std::size_t>(written_ - read_)));
  for (std::size_t at = start; at < out.size();) {
    const auto got = pread(file_, out.data() + at, out.size() - at, read_);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return system_failure();
    read_ += got;
    at += static_cast<std::size_t>(got);
  }
  if (!empty()) return {};
  written_ = read_ = 0;
  if (ftruncate(file_, 0) != 0) return system_failure();
  return {};
}

}  // namespace talentmatch
