#include "storage/keys/local_keys.hpp"

#include <utility>

#include "storage/audit/audit_log.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

LocalKeys::LocalKeys(std::unique_ptr<Store> store, std::unique_ptr<AuditLog> audit,
                     std::unique_ptr<KeyRing> ring)
    : store_(std::move(store)), audit_(std::move(audit)), ring_(std::move(ring)) {}
LocalKeys::~LocalKeys() = default;
LocalKeys::LocalKeys(LocalKeys&&) noexcept = default;

Result<LocalKeys> LocalKeys::open(const std::filesystem::path& data) {
  auto store = Store::open(data);
  if (!store) return fail(std::move(store.error()));
  auto audit = AuditLog::open(**store, system_seconds);
  if (!audit) return fail(std::move(audit.error()));
  auto ring =
      KeyRing::open(**store, **audit, [](const std::function<Result<void>()>& work) { return work(); });
  if (!ring) return fail(std::move(ring.error()));
  return LocalKeys(*std::move(store), *std::move(audit), *std::move(ring));
}

}  // namespace talentmatch
