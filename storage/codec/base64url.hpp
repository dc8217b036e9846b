#pragma once
// Bytes as URL-safe text without padding (RFC 4648, section 5).

#include <optional>
#include <string>
#include <string_view>

namespace talentmatch {

std::string encode_base64url(std::string_view bytes);
// Only what encode gives is accepted: no padding, no other characters, no left-over bits.
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace talentmatch
