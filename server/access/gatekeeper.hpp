#pragma once
// Knows callers by their keys. What it has verified it remembers, so that a known token costs a comparison
// and no hash; whatever changes the keys makes it forget. For one thread.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/access/permit.hpp"
#include "server/http/problem.hpp"
#include "storage/keys/key_ring.hpp"
#include "storage/keys/secret.hpp"

namespace talentmatch {

// The key that a request came with, null where none was needed; or why it may not go on.
struct Admission {
  KeyPointer key{};
  std::optional<Problem> problem{};
};

class Gatekeeper {
 public:
  // `trusting`: while there are no keys at all, everybody may do everything; not after the last was revoked.
  // Only where nobody but this machine's own users can connect.
  explicit Gatekeeper(bool trusting) : trusting_(trusting) {}

  // `authorization` is the request field's value. Problems: key_required, key_unknown, key_expired,
  // scope_missing, beyond_reach (only where nothing of the route is for such a key).
  Admission admit(const KeyRing& ring, const Permit& permit, std::string_view authorization, Second now);

 private:
  struct Verified {
    std::string secret;
    KeyPointer key;
    Second until;
  };

  void refresh(const KeyRing& ring);
  Admission identify(std::string_view authorization, Second now);
  Admission verify(std::string_view id, std::string_view secret, Second now);

  bool trusting_;
  std::uint64_t version_ = 0;  // of the ring's set that is held
  std::shared_ptr<const KeySet> keys_;
  std::map<std::string, Verified, std::less<>> verified_;  // by key; no more than there are keys
  SecretHasher hasher_;
};

}  // namespace talentmatch
