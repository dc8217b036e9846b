#pragma once
// Keys by which callers of the server are known. The secret itself is nowhere: a key holds a salted hash of
// it.

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/date.hpp"
#include "engine/model/vocabulary.hpp"
#include "storage/keys/reach.hpp"

namespace talentmatch {

using Second = std::chrono::sys_seconds;  // of the wall clock

enum class Scope : std::uint8_t { read, write, place, metrics, admin };
template <>
inline constexpr std::array<std::string_view, 5> words<Scope>{"read", "write", "place", "metrics", "admin"};

class ScopeSet {
 public:
  constexpr void add(Scope scope) { bits_ |= bit(scope); }
  constexpr bool has(Scope scope) const { return (bits_ & bit(scope)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

 private:
  static constexpr unsigned bit(Scope scope) { return 1U << static_cast<unsigned>(scope); }
  unsigned bits_ = 0;
};

// What is decided when a key is made.
struct KeySpec {
  std::string id;  // its name, the public part of its token
  ScopeSet scopes{};
  Reach reach{};
  std::optional<Date> expires{};  // its last day, in UTC+8
};

struct SecretHash {
  std::array<unsigned char, 16> salt{};
  std::array<unsigned char, 32> digest{};  // SHA-256 of salt and secret
};

// The one before a rotation.
struct OldSecret {
  SecretHash hash{};
  Second until{};  // not valid from here on
};

struct Key {
  KeySpec spec;
  Second created{};
  SecretHash secret{};
  std::optional<OldSecret> old{};
};

// The moment at which the day is over in UTC+8.
constexpr Second end_of(Date day) {
  using namespace std::chrono;
  return sys_days(days(day.days + 1)) - hours(8);
}

}  // namespace talentmatch
