#pragma once
// The text that a caller sends: "tm.NAME.SECRET". The name finds the key, so that one secret is hashed and
// not all of them.

#include <optional>
#include <string>
#include <string_view>

namespace talentmatch {

struct Token {
  std::string_view id;
  std::string_view secret;
};

std::string token_text(std::string_view id, std::string_view secret);
// None: not of this form. Whether there is such a key is another matter.
std::optional<Token> parse_token(std::string_view text);

}  // namespace talentmatch
