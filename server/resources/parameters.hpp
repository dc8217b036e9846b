#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "server/routing/route.hpp"

namespace talentmatch {

// Error invalid_option for a query parameter that the route does not have. `lang` is every route's.
Result<void> expect_only(const Query& query, std::initializer_list<std::string_view> names);

// Error invalid_option where it is not given.
Result<std::string_view> required(const Query& query, std::string_view name);

// A parameter that is one of a few words: the position of the given one, 0 when none is given.
Result<std::size_t> choice(const Query& query, std::string_view name,
                           std::initializer_list<std::string_view> words);

// A parameter that is a whole number from `least` to `most`; none where it is not given.
Result<std::optional<std::size_t>> count(const Query& query, std::string_view name, std::int32_t least,
                                         std::int32_t most);

// One that must be given, a whole number from -most to most; a sign may stand before it, and what a plus sign
// that was not encoded became.
Result<std::int32_t> signed_number(const Query& query, std::string_view name, std::int32_t most);

}  // namespace talentmatch
