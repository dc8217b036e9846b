#pragma once
// The data in memory. One writer at a time changes it (Writer's lock is the caller's affair); readers take a
// snapshot and never wait. Nothing here is durable: the journal comes first (journal.hpp).

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/market/snapshot.hpp"
#include "engine/model/error.hpp"
#include "engine/model/records.hpp"

namespace talentmatch {

// One acknowledged change: a record to put, or an id to remove.
struct Mutation {
  Collection collection{};
  std::string id;
  std::optional<Record> record;
};

class Market {
 public:
  explicit Market(std::shared_ptr<const Catalog> catalog, IndexTuning tuning = {});
  ~Market();

  // Any thread, any time.
  std::shared_ptr<const Snapshot> snapshot() const;

  // ---- the writer: one thread at a time

  // May the record be put? References must exist in the market or among `pending` (puts that precede it in
  // the same batch). Error: unknown_reference with the field. Any thread may ask; the answer holds until
  // somebody else writes.
  Result<void> admit(const Record& record, std::span<const Mutation> pending) const;
  // May the id be removed? not_found, or in_use for a school or an employer that others refer to. On success
  // the ids of placements that go with it (a graduate's own). A posting may always go: its placements stay as
  // history and count again if it returns.
  Result<std::vector<std::string>> admit_removal(Collection collection, std::string_view id) const;
  // Applies admitted mutations in order and publishes one new snapshot. O(rows of the batch + log of the
  // whole).
  void apply(std::span<const Mutation> batch, std::uint64_t commit);

  // ---- bulk, at start: rows go straight into columns; parts may be filled on several threads at once, after
  // all schools and employers were applied. References are not checked again.
  class Part {
   public:
    virtual ~Part() = default;
    virtual void add(const Record& record) = 0;  // a graduate or a posting
  };
  std::unique_ptr<Part> part() const;
  void adopt(std::vector<std::unique_ptr<Part>> parts, std::uint64_t commit);

  // ---- maintenance: merges small segments into one indexed segment. `prepare` runs on any one thread beside
  // the writer; `install` belongs to the writer. False when there is nothing to do.
  class Merge;
  bool merge_due() const;
  std::shared_ptr<Merge> prepare_merge() const;
  void install(const Merge& merge);

 private:
  struct State;
  class Batch;
  class ColumnPart;
  std::unique_ptr<State> state_;
};

}  // namespace talentmatch
