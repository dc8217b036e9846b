#include "storage/keys/key_ring.hpp"

#include <utility>

#include "storage/audit/audit_log.hpp"
#include "storage/keys/key_rules.hpp"
#include "storage/keys/secret.hpp"
#include "storage/keys/stored_key.hpp"
#include "storage/keys/token.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {
namespace {

constexpr std::string_view kFolder = "keys/";

Document document_of(std::string_view id, std::string value) {
  return {.name = std::string(kFolder).append(id), .value = std::move(value)};
}

std::unexpected<Error> no_such_key(std::string_view id) {
  return fail({.code = ErrorCode::not_found, .field = "key", .value = std::string(id)});
}

IssuedKey issued(KeyPointer key, const NewSecret& secret) {
  auto token = token_text(key->spec.id, secret.text);
  return {.key = std::move(key), .token = std::move(token)};
}

}  // namespace

KeyRing::KeyRing(Store& store, AuditLog& audit, OnWriter on_writer)
    : store_(store),
      audit_(audit),
      on_writer_(std::move(on_writer)),
      keys_(std::make_shared<const KeySet>()) {}

Result<std::unique_ptr<KeyRing>> KeyRing::open(Store& store, AuditLog& audit, OnWriter on_writer) {
  std::unique_ptr<KeyRing> ring(new KeyRing(store, audit, std::move(on_writer)));
  if (auto loaded = ring->load(); !loaded) return fail(std::move(loaded.error()));
  return ring;
}

Result<void> KeyRing::load() {
  const auto names = store_.document_names(kFolder);
  if (!names) return fail(names.error());
  auto keys = std::make_shared<KeySet>();
  for (const auto& name : *names) {
    const auto text = store_.document(name);
    if (!text) return fail(text.error());
    auto key = read_stored_key(*text);
    if (!key) return fail(std::move(key.error()));
    auto id = key->spec.id;
    keys->emplace(std::move(id), std::make_shared<const Key>(*std::move(key)));
  }
  keys_ = std::move(keys);
  return {};
}

std::shared_ptr<const KeySet> KeyRing::keys() const {
  const std::lock_guard guard(mutex_);
  return keys_;
}

void KeyRing::publish(std::shared_ptr<const KeySet> keys) {
  {
    const std::lock_guard guard(mutex_);
    keys_ = std::move(keys);
  }
  version_.fetch_add(1, std::memory_order_release);
}

Result<KeyPointer> KeyRing::find(std::string_view id) const {
  const auto all = keys();
  const auto found = all->find(id);
  if (found == all->end()) return no_such_key(id);
  return found->second;
}

Result<void> KeyRing::write(Document document, const AuditEvent& event) {
  auto entry = audit_.batch({&event, 1});
  if (!entry) return fail(std::move(entry.error()));
  entry->documents.push_back(std::move(document));
  if (auto written = store_.put_documents(entry->documents); !written) return written;
  audit_.kept(*entry);
  return {};
}

Result<void> KeyRing::put(KeyPointer key, const AuditEvent& event) {
  if (auto written = write(document_of(key->spec.id, stored_key(*key)), event); !written) return written;
  auto next = std::make_shared<KeySet>(*keys());
  const auto& id = key->spec.id;
  next->insert_or_assign(id, std::move(key));
  publish(std::move(next));
  return {};
}

Result<IssuedKey> KeyRing::add(KeySpec spec, Second now, const Caller& caller) {
  if (auto sound = check(spec); !sound) return fail(std::move(sound.error()));
  const auto secret = SecretHasher().make();
  if (!secret) return fail(secret.error());
  const KeyPointer key =
      std::make_shared<const Key>(Key{.spec = std::move(spec), .created = now, .secret = secret->hash});
  const auto added = on_writer_([&]() -> Result<void> {
    if (find(key->spec.id)) return fail({.code = ErrorCode::exists, .field = "id", .value = key->spec.id});
    return put(key, {.who = caller.who, .what = "keys.add", .about = key->spec.id});
  });
  if (!added) return fail(added.error());
  return issued(key, *secret);
}

Result<IssuedKey> KeyRing::rotate(std::string_view id, std::chrono::seconds overlap, Second now,
                                  const Caller& caller) {
  const auto secret = SecretHasher().make();
  if (!secret) return fail(secret.error());
  KeyPointer rotated;
  const auto done = on_writer_([&]() -> Result<void> {
    const auto known = find(id);
    if (!known) return fail(known.error());
    Key next = **known;
    next.old.reset();
    if (overlap > overlap.zero()) next.old = {.hash = next.secret, .until = now + overlap};
    next.secret = secret->hash;
    rotated = std::make_shared<const Key>(std::move(next));
    return put(rotated, {.who = caller.who, .what = "keys.rotate", .about = std::string(id)});
  });
  if (!done) return fail(done.error());
  return issued(rotated, *secret);
}

Result<void> KeyRing::revoke(std::string_view id, const Caller& caller) {
  return on_writer_([&]() -> Result<void> {
    auto next = std::make_shared<KeySet>(*keys());
    const auto found = next->find(id);
    if (found == next->end()) return no_such_key(id);
    next->erase(found);
    const AuditEvent event{.who = caller.who, .what = "keys.revoke", .about = std::string(id)};
    if (auto written = write(document_of(id, {}), event); !written) return written;
    publish(std::move(next));
    return {};
  });
}

}  // namespace talentmatch
