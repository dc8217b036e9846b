#pragma once
// SHA-256 and HMAC-SHA-256 (RFC 2104) as hexadecimal text, and keys for the latter.

#include <string>
#include <string_view>

namespace talentmatch {

std::string sha256_text(std::string_view text);
std::string hmac_text(std::string_view key, std::string_view text);
// 32 bytes of the system's generator, as hexadecimal text.
std::string random_key();

}  // namespace talentmatch
