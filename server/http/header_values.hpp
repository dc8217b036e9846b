#pragma once
// What the values of some request fields mean.

#include <optional>
#include <string_view>

#include "engine/model/vocabulary.hpp"

namespace talentmatch {

// Spec 4: "zh default, en".
inline constexpr Language kDefaultLanguage = Language::zh;

// The better liked of Chinese and English in an Accept-Language; a list of other languages gives English.
Language accepted_language(std::string_view header);

// Without parameters such as charset, any letter case: is_media_type("application/JSON; charset=utf-8",
// "application/json").
bool is_media_type(std::string_view header, std::string_view type);

// Whether an If-None-Match names this entity tag (weak comparison) or is "*".
bool names_etag(std::string_view header, std::string_view etag);

// The token of an Authorization field of the scheme Bearer, in any letter case.
std::optional<std::string_view> bearer_token(std::string_view header);

}  // namespace talentmatch
