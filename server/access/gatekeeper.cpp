#include "server/access/gatekeeper.hpp"

#include <algorithm>

#include "server/http/header_values.hpp"
#include "storage/keys/token.hpp"

namespace talentmatch {

namespace {

Admission refused(Problem problem) {
  return {.key = nullptr, .problem = problem};
}

Second end_of(const Key& key) {
  return key.spec.expires ? end_of(*key.spec.expires) : Second::max();
}

}  // namespace

Admission Gatekeeper::admit(const KeyRing& ring, const Permit& permit, std::string_view authorization,
                            Second now) {
  if (permit.open()) return {};
  refresh(ring);
  if (trusting_ && keys_->empty() && version_ == KeyRing::kUnchanged) return {};
  auto admission = identify(authorization, now);
  if (admission.problem) return admission;
  const KeySpec& spec = admission.key->spec;
  if (!spec.scopes.has(permit.scope())) return refused(Problem::scope_missing);
  if (permit.share_of(spec.reach) == Share::none) return refused(Problem::beyond_reach);
  return admission;
}

void Gatekeeper::refresh(const KeyRing& ring) {
  const auto version = ring.version();
  if (version == version_) return;
  version_ = version;
  keys_ = ring.keys();
  verified_.clear();
}

Admission Gatekeeper::identify(std::string_view authorization, Second now) {
  const auto text = bearer_token(authorization);
  if (!text) return refused(authorization.empty() ? Problem::key_required : Problem::key_unknown);
  const auto token = parse_token(*text);
  if (!token) return refused(Problem::key_unknown);
  const auto known = verified_.find(token->id);
  if (known != verified_.end() && same_secret(known->second.secret, token->secret) &&
      now < known->second.until) {
    return {.key = known->second.key};
  }
  return verify(token->id, token->secret, now);
}

Admission Gatekeeper::verify(std::string_view id, std::string_view secret, Second now) {
  const auto found = keys_->find(id);
  if (found == keys_->end()) return refused(Problem::key_unknown);
  const KeyPointer& key = found->second;
  Second until = end_of(*key);
  if (!hasher_.matches(secret, key->secret)) {
    const bool old = key->old && now < key->old->until && hasher_.matches(secret, key->old->hash);
    if (!old) return refused(Problem::key_unknown);
    until = std::min(until, key->old->until);
  }
  if (now >= until) return refused(Problem::key_expired);
  verified_.insert_or_assign(std::string(id),
                             Verified{.secret = std::string(secret), .key = key, .until = until});
  return {.key = key};
}

}  // namespace talentmatch
