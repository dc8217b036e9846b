#include "storage/keys/secret.hpp"

#include <span>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include "storage/codec/base64url.hpp"

namespace talentmatch {
namespace {

bool fill_randomly(std::span<unsigned char> bytes) {
  return RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1;
}

}  // namespace

// Looked up once: OpenSSL's one-call functions look for the algorithm each time, under a lock.
struct SecretHasher::Context {
  struct Freed {
    void operator()(EVP_MD* freed) const { EVP_MD_free(freed); }
    void operator()(EVP_MD_CTX* freed) const { EVP_MD_CTX_free(freed); }
  };

  std::unique_ptr<EVP_MD, Freed> sha256{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
  std::unique_ptr<EVP_MD_CTX, Freed> context{EVP_MD_CTX_new()};

  bool hash(std::string_view text, std::span<const unsigned char> salt, std::array<unsigned char, 32>& out) {
    return sha256 && context && EVP_DigestInit_ex(context.get(), sha256.get(), nullptr) == 1 &&
           EVP_DigestUpdate(context.get(), salt.data(), salt.size()) == 1 &&
           EVP_DigestUpdate(context.get(), text.data(), text.size()) == 1 &&
           EVP_DigestFinal_ex(context.get(), out.data(), nullptr) == 1;
  }
};

SecretHasher::SecretHasher() : context_(std::make_unique<Context>()) {}
SecretHasher::~SecretHasher() = default;
SecretHasher::SecretHasher(SecretHasher&&) noexcept = default;
SecretHasher& SecretHasher::operator=(SecretHasher&&) noexcept = default;

bool SecretHasher::matches(std::string_view text, const SecretHash& hash) {
  std::array<unsigned char, 32> digest{};
  if (!context_->hash(text, hash.salt, digest)) return false;
  return CRYPTO_memcmp(digest.data(), hash.digest.data(), digest.size()) == 0;
}

Result<NewSecret> SecretHasher::make() {
  std::array<unsigned char, kSecretSize * 3 / 4> bytes{};
  NewSecret secret;
  const bool random = fill_randomly(bytes) && fill_randomly(secret.hash.salt);
  secret.text = encode_base64url(std::string(bytes.begin(), bytes.end()));
  if (!random || !context_->hash(secret.text, secret.hash.salt, secret.hash.digest)) {
    return fail({.code = ErrorCode::io_error, .detail = "no random bytes"});
  }
  return secret;
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace talentmatch
