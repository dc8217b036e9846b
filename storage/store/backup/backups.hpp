#pragma once
// A folder of backups, for reading; Store::back_up adds to it. They are RocksDB's own (BackupEngine), not
// checkpoints: a backup shares the tables that an earlier one has, so that a daily one costs what is new; the
// folder may lie on another disk; every file has a checksum; and removing one leaves the others whole. One
// thread at a time.

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "engine/model/error.hpp"
#include "storage/store/backup/backup.hpp"

namespace talentmatch {

class Backups {
 public:
  // Errors: not_found (no folder of backups), io_error.
  static Result<Backups> open(const std::filesystem::path& folder);
  ~Backups();
  Backups(Backups&&) noexcept;
  Backups& operator=(Backups&&) = delete;

  // Oldest first, with those that are found damaged without reading them whole (their version is empty).
  std::vector<Backup> list() const;
  // The given one, else the newest. Errors: not_found.
  Result<Backup> find(std::optional<std::uint32_t> id) const;
  // Reads every file of it and compares checksums. Errors: corrupt_data with the file's name, io_error.
  Result<void> verify(std::uint32_t id) const;
  // Verifies it, then makes a data directory of it; what fails leaves nothing behind. `progress` may be
  // empty; it is called from another thread. Errors: invalid_option (the directory is not empty), locked
  // (another restore into it is under way), those of verify, no_space.
  Result<void> restore(std::uint32_t id, const std::filesystem::path& directory,
                       const RestoreProgress& progress = {}) const;

 private:
  struct Engine;
  explicit Backups(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace talentmatch
