#pragma once
// The keys of a data directory, one document of the store each, and in memory as one immutable set. A change
// is durable, then seen by everyone who looks. All calls are safe from any thread.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "engine/model/error.hpp"
#include "storage/audit/caller.hpp"
#include "storage/keys/key.hpp"

namespace talentmatch {

class AuditLog;
class Store;
struct AuditEvent;
struct Document;

using KeyPointer = std::shared_ptr<const Key>;
using KeySet = std::map<std::string, KeyPointer, std::less<>>;  // by id

// What is told once: the key and the only copy of its secret.
struct IssuedKey {
  KeyPointer key;
  std::string token;
};

class KeyRing {
 public:
  // Runs the work where the store may be written to, and waits for it.
  using OnWriter = std::function<Result<void>(std::function<Result<void>()> work)>;

  // Store and log must outlive it. Errors: corrupt_data, io_error.
  static Result<std::unique_ptr<KeyRing>> open(Store& store, AuditLog& audit, OnWriter on_writer);

  std::shared_ptr<const KeySet> keys() const;
  // Rises with every change: who holds a set looks here whether it is still the one.
  static constexpr std::uint64_t kUnchanged = 1;  // since it was opened
  std::uint64_t version() const { return version_.load(std::memory_order_acquire); }

  // ---- each is one commit with its entry in the audit log, which names the key

  // Errors: those of check() (key_rules.hpp), exists; here and below those of the store.
  Result<IssuedKey> add(KeySpec spec, Second now, const Caller& caller = {});
  // A new secret; the old one stays valid for the overlap. Error: not_found.
  Result<IssuedKey> rotate(std::string_view id, std::chrono::seconds overlap, Second now,
                           const Caller& caller = {});
  // Error: not_found.
  Result<void> revoke(std::string_view id, const Caller& caller = {});

 private:
  KeyRing(Store& store, AuditLog& audit, OnWriter on_writer);
  Result<void> load();
  Result<KeyPointer> find(std::string_view id) const;
  // On the writer's thread.
  Result<void> put(KeyPointer key, const AuditEvent& event);
  Result<void> write(Document document, const AuditEvent& event);
  void publish(std::shared_ptr<const KeySet> keys);

  Store& store_;
  AuditLog& audit_;
  OnWriter on_writer_;
  mutable std::mutex mutex_;  // of the pointer
  std::shared_ptr<const KeySet> keys_;
  std::atomic<std::uint64_t> version_{kUnchanged};
};

}  // namespace talentmatch
