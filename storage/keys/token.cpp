#include "storage/keys/token.hpp"

#include "storage/keys/secret.hpp"

namespace talentmatch {
namespace {

constexpr std::string_view kMark = "tm.";

}  // namespace

std::string token_text(std::string_view id, std::string_view secret) {
  return std::string(kMark).append(id).append(1, '.').append(secret);
}

// A name may hold dots, a secret does not.
std::optional<Token> parse_token(std::string_view text) {
  if (!text.starts_with(kMark)) return std::nullopt;
  text.remove_prefix(kMark.size());
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const Token token{.id = text.substr(0, dot), .secret = text.substr(dot + 1)};
  if (token.id.empty() || token.secret.size() != kSecretSize) return std::nullopt;
  return token;
}

}  // namespace talentmatch
