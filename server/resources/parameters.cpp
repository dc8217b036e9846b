#include "server/resources/parameters.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "storage/codec/option_value.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {

Result<void> expect_only(const Query& query, std::initializer_list<std::string_view> names) {
  for (const Parameter& parameter : query.parameters()) {
    if (parameter.name == "lang" || std::ranges::find(names, parameter.name) != names.end()) continue;
    return fail({.code = ErrorCode::invalid_option, .field = std::string(parameter.name)});
  }
  return {};
}

Result<std::string_view> required(const Query& query, std::string_view name) {
  if (const auto value = query.get(name)) return *value;
  return fail({.code = ErrorCode::invalid_option, .field = std::string(name), .detail = "required"});
}

Result<std::size_t> choice(const Query& query, std::string_view name,
                           std::initializer_list<std::string_view> words) {
  const auto value = query.get(name);
  if (!value) return 0;
  const auto found = std::ranges::find(words, *value);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  return fail({.code = ErrorCode::invalid_option,
               .field = std::string(name),
               .value = shortened(*value),
               .detail = fmt::format("{}", fmt::join(words, ", "))});
}

Result<std::optional<std::size_t>> count(const Query& query, std::string_view name, std::int32_t least,
                                         std::int32_t most) {
  const auto value = query.get(name);
  if (!value) return std::nullopt;
  auto number = option_number(*value, least, most);
  if (number) return static_cast<std::size_t>(*number);
  number.error().field = name;
  return fail(std::move(number.error()));
}

Result<std::int32_t> signed_number(const Query& query, std::string_view name, std::int32_t most) {
  const auto value = required(query, name);
  if (!value) return fail(value.error());
  const bool plus = value->starts_with('+') || value->starts_with(' ');
  auto number = option_number(plus ? value->substr(1) : *value, plus ? 0 : -most, most);
  if (number) return number;
  number.error().field = name;
  number.error().value = shortened(*value);
  number.error().detail = fmt::format("-{}…+{}", most, most);
  return number;
}

}  // namespace talentmatch
