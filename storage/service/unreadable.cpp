#include "storage/service/unreadable.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace talentmatch {
namespace {

// Ids of persons stay out of errors and logs.
std::string name_of(Collection collection, std::string_view id) {
  const bool personal = collection == Collection::graduates || collection == Collection::placements;
  if (!personal) return std::string(id);
  return fmt::format("with hash {:016x}", XXH3_64bits(id.data(), id.size()));
}

}  // namespace

void Unreadable::add(std::string_view id, const Error& reason) {
  const std::lock_guard guard(mutex_);
  if (count_++ != 0 && id >= first_id_) return;
  first_id_ = id;
  first_reason_ = reason;
}

Result<void> Unreadable::check(Collection collection, std::string_view catalogs) const {
  if (count_ == 0) return {};
  return fail(
      {.code = ErrorCode::corrupt_data,
       .field = std::string(word(collection)),
       .detail = fmt::format("{} unreadable, the first {}: {} {}", count_, name_of(collection, first_id_),
                             message(first_reason_, Language::en), catalogs)});
}

}  // namespace talentmatch
