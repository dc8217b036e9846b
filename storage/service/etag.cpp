#include "storage/service/etag.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace talentmatch {
namespace {

bool names(std::string_view list, std::string_view etag) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    auto one = list.substr(0, comma);
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    one.remove_prefix(std::min(one.find_first_not_of(" \t"), one.size()));
    if (one.substr(0, one.find_last_not_of(" \t") + 1) == etag) return true;
  }
  return false;
}

}  // namespace

std::string etag_of(std::string_view json) {
  return fmt::format("\"{:016x}\"", XXH3_64bits(json.data(), json.size()));
}

bool meets(const Precondition& precondition, const std::optional<std::string>& json) {
  if (precondition.etag.empty()) return true;
  if (!json) return false;
  return precondition.etag == "*" || names(precondition.etag, etag_of(*json));
}

}  // namespace talentmatch
