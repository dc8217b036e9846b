#pragma once
// Secrets of keys and the hashes by which they are known again. They have 192 random bits, so one pass of
// SHA-256 is enough: nothing can be guessed from a list of passwords.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "engine/model/error.hpp"
#include "storage/keys/key.hpp"

namespace talentmatch {

inline constexpr std::size_t kSecretSize = 32;  // characters

struct NewSecret {
  std::string text;  // URL-safe
  SecretHash hash;
};

// Keeps its buffers, so each thread has its own.
class SecretHasher {
 public:
  SecretHasher();
  ~SecretHasher();
  SecretHasher(SecretHasher&&) noexcept;
  SecretHasher& operator=(SecretHasher&&) noexcept;

  // Error io_error: the system has no random bytes.
  Result<NewSecret> make();
  // Takes the same time whatever part of the digest differs. Below a microsecond.
  bool matches(std::string_view text, const SecretHash& hash);

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

// In the same time wherever they differ; texts of other sizes differ at once.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace talentmatch
