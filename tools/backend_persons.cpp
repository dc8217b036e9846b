#include <fmt/format.h>

#include "storage/codec/erasure_json.hpp"
#include "tools/backend.hpp"

namespace talentmatch {
namespace {

std::string data_target(const std::string& graduate) {
  return fmt::format("/v1/graduates/{}/data", percent_encoded(graduate));
}

}  // namespace

Outcome<std::string> Backend::person_data(const std::string& graduate) const {
  if (local() == nullptr) return remote().get(data_target(graduate));
  std::string answer;
  const auto told = local()->person_data(graduate, answer);
  if (!told) return give_up(told.error(), language_);
  return answer;
}

Outcome<std::string> Backend::erase_person(const std::string& graduate) const {
  if (local() == nullptr) return remote().ask("DELETE", data_target(graduate));
  const auto erased = writable().erase_person(graduate);
  if (!erased) return give_up(erased.error(), language_);
  std::string answer;
  append_erasure(answer, *erased);
  return answer;
}

}  // namespace talentmatch
