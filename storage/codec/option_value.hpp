#pragma once
// Values of options from their words: a scalar is one word, a list is several. Errors name no option yet and
// are invalid_option unless said otherwise.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/model/date.hpp"
#include "engine/model/error.hpp"
#include "engine/model/vocabulary.hpp"
#include "storage/codec/near_word.hpp"

namespace talentmatch {

using OptionWords = std::span<const std::string_view>;

Error bad_option(std::string_view value, std::string expected);

Result<std::int32_t> option_number(std::string_view text, std::int32_t least, std::int32_t most);
Result<bool> option_flag(std::string_view text);
Result<Date> option_day(std::string_view text);
Result<std::vector<std::string>> option_ids(OptionWords words);
// Errors: unknown_region, retired_code.
Result<std::vector<RegionId>> option_regions(OptionWords words, const Catalog& catalog);

template <class E>
Result<E> option_word(std::string_view text) {
  if (const auto value = parse_word<E>(text)) return *value;
  Error error = unknown_word(text, words<E>);
  error.code = ErrorCode::invalid_option;
  return fail(std::move(error));
}

template <class E>
Result<std::vector<E>> option_word_list(OptionWords list) {
  std::vector<E> values;
  for (const std::string_view text : list) {
    auto value = option_word<E>(text);
    if (!value) return fail(std::move(value.error()));
    values.push_back(*value);
  }
  return values;
}

}  // namespace talentmatch
