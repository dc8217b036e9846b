#include "storage/keys/local_keys.hpp"

#include <utility>

#include "storage/store/store.hpp"

namespace talentmatch {

LocalKeys::LocalKeys(std::unique_ptr<Store> store, std::unique_ptr<KeyRing> ring)
    : store_(std::move(store)), ring_(std::move(ring)) {}
LocalKeys::~LocalKeys() = default;
LocalKeys::LocalKeys(LocalKeys&&) noexcept = default;

Result<LocalKeys> LocalKeys::open(const std::filesystem::path& data) {
  auto store = Store::open(data);
  if (!store) return fail(std::move(store.error()));
  auto ring = KeyRing::open(**store, [](const std::function<Result<void>()>& work) { return work(); });
  if (!ring) return fail(std::move(ring.error()));
  return LocalKeys(*std::move(store), *std::move(ring));
}

}  // namespace talentmatch
