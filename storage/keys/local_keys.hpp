#pragma once
// The keys of a data directory that no server holds, without loading its records.

#include <filesystem>
#include <memory>

#include "storage/keys/key_ring.hpp"

namespace talentmatch {

class LocalKeys {
 public:
  // Errors: those of Store::open (locked names the holder) and of KeyRing::open.
  static Result<LocalKeys> open(const std::filesystem::path& data);
  ~LocalKeys();
  LocalKeys(LocalKeys&&) noexcept;
  LocalKeys& operator=(LocalKeys&&) = delete;

  KeyRing& ring() const { return *ring_; }

 private:
  LocalKeys(std::unique_ptr<Store> store, std::unique_ptr<AuditLog> audit, std::unique_ptr<KeyRing> ring);
  std::unique_ptr<Store> store_;
  std::unique_ptr<AuditLog> audit_;
  std::unique_ptr<KeyRing> ring_;
};

}  // namespace talentmatch
