#pragma once
// The one façade of the product: durable write, then the market; answers as JSON bytes. Server and tools call
// only this and know neither RocksDB nor a cell. All calls are safe from any thread; reads never wait for
// writes.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/market/snapshot.hpp"
#include "engine/model/error.hpp"
#include "engine/model/records.hpp"
#include "storage/audit/caller.hpp"
#include "storage/audit/entry.hpp"
#include "storage/codec/import_json.hpp"
#include "storage/codec/rank_request.hpp"
#include "storage/codec/record_json.hpp"
#include "storage/service/figures.hpp"
#include "storage/service/moment.hpp"
#include "storage/service/placements/erasure.hpp"
#include "storage/store/backup/backup.hpp"
#include "storage/store/store_options.hpp"

namespace talentmatch {

struct AuditQuestion;
struct Reach;

struct ServiceOptions {
  std::filesystem::path data;                                          // created if missing
  std::filesystem::path catalog;                                       // the catalogue's folder
  unsigned threads = 0;                                                // 0 = one per core
  std::function<void(std::string_view stage, double share)> progress;  // of opening, share 0…1; may be empty
  std::function<Date()> today;  // the default as_of; empty = the system's day in UTC+8
  StoreOptions store;
  std::filesystem::path backups{};  // their folder; empty = `backups` in the data directory
  Retention retention{};            // of backups
  std::size_t queue = 4096;         // puts and removals that may wait; more are refused as busy
  // Of placement requests whose runs are not over, together; more are refused as busy.
  std::size_t placement_bytes = std::size_t{512} << 20U;
};

enum class WriteStatus : std::uint8_t { created, updated, unchanged, removed };

struct WriteOutcome {
  WriteStatus status{};
  std::string etag{};                  // quoted, of the record as it is now; empty after a removal
  std::vector<Replacement> notices{};  // retired codes that were replaced; message() makes sentences of them
};

struct StoredRecord {
  std::string json;  // canonical
  std::string etag;
};

// Of a write. If-Match: empty = none, "*" = must exist, else one etag or several, comma-separated. Reach: the
// record, as it is and as it becomes, must lie in it (forbidden); null = any, else it lives until the write
// is over.
struct Precondition {
  std::string etag;
  const Reach* reach = nullptr;
};

using WriteCallback = std::function<void(Result<WriteOutcome>)>;

struct ImportOptions {
  ImportMode mode = ImportMode::upsert;
  bool errors_only = false;  // results=errors
  Language language = Language::en;
  std::function<void(std::uint64_t lines)> progress;  // may be empty
  Caller caller{};
  const std::atomic<bool>* cancel = nullptr;  // set by the caller to stop after the current chunk
  const Reach* reach = nullptr;  // lines of records beyond it are rejected (forbidden); null = none are
};

// Where an import's bytes come from: fills the buffer, returns the count, 0 at the end. An error ends the
// import after what was already acknowledged.
using ByteSource = std::function<Result<std::size_t>(char* buffer, std::size_t capacity)>;
// Takes finished output; false = the receiver is gone, stop.
using ByteSink = std::function<bool(std::string_view bytes)>;

class KeyRing;
class PlacementRuns;

class Service {
 public:
  // Errors: locked (says who holds it), wrong_format, corrupt_data, no_space, io_error, and the catalogue's
  // own.
  static Result<std::unique_ptr<Service>> open(ServiceOptions options);
  ~Service();  // finishes what was accepted, closes the store

  const Catalog& catalog() const;
  std::shared_ptr<const Snapshot> snapshot() const;
  // What an answer that is asked for now depends on.
  Moment moment() const;

  // ---- records
  Result<StoredRecord> get(Collection collection, std::string_view id) const;
  // Durable and visible when it returns. Writers that come together share one sync. A body without an id
  // takes the path's. Errors: those of the record (record_json.hpp), id_mismatch, invalid_id,
  // unknown_reference, precondition_failed, busy, no_space, io_error, stopping.
  Result<WriteOutcome> put(Collection collection, std::string_view id, std::string_view json,
                           const Precondition& precondition = {}, const Caller& caller = {});
  // Errors: not_found, in_use, precondition_failed, and the service's. A graduate's placements go with it.
  Result<WriteOutcome> remove(Collection collection, std::string_view id,
                              const Precondition& precondition = {}, const Caller& caller = {});
  // The same without waiting: what can be judged from the record alone is refused by the callback before this
  // returns; everything else is told on the writer's thread, where the callback must be short.
  void put_async(Collection collection, std::string_view id, std::string_view json,
                 const Precondition& precondition, const WriteCallback& done, const Caller& caller = {});
  void remove_async(Collection collection, std::string_view id, const Precondition& precondition,
                    const WriteCallback& done, const Caller& caller = {});

  // NDJSON in, one result line per line that is not blank in order to the sink, then the totals line. Chunks
  // are acknowledged (their lines written to the sink) when they are durable and visible. A line above 1 MB
  // is rejected (too_large), and so is the second valid line with an id (duplicate_id). Memory: a few chunks
  // of at most 4 MB, and 16 bytes an id. Replace: line results are provisional; the collection changes at the
  // end, in one step, if no line was rejected and every removal is allowed, else not at all (`swapped` is
  // false and `reason` says why). Errors end it without a totals line, what was acknowledged stays: the
  // source's own, no_space, io_error, busy (another replace of the collection), stopping (cancelled, or the
  // sink is gone), forbidden (replace with a reach).
  Result<ImportTotals> import(Collection collection, const ImportOptions& options, const ByteSource& source,
                              const ByteSink& sink);
  // NDJSON of all records of one moment, by id, or with a reach of those in it; gives their number. Error:
  // stopping when the sink is gone.
  Result<std::uint64_t> export_all(Collection collection, const ByteSink& sink,
                                   const Reach* reach = nullptr) const;

  // ---- answers (spec 4), appended to `out`, which an error leaves as it was. Each is computed from one
  // snapshot. A request that says no day, by its option or by a cursor, gets ServiceOptions::today's. Errors:
  // not_found with the id's field, and those of the request.
  Result<void> recommend(std::string_view graduate, const RankRequest& request, std::string& out) const;
  Result<void> recommend(const Graduate& profile, const RankRequest& request, std::string& out,
                         std::span<const Replacement> notices = {}) const;
  Result<void> candidates(std::string_view posting, const RankRequest& request, std::string& out) const;
  // The posting's employer must be stored (unknown_reference).
  Result<void> candidates(const Posting& profile, const RankRequest& request, std::string& out,
                          std::span<const Replacement> notices = {}) const;
  // Body of POST /v1/recommendations or /v1/candidates; items are spread over the cores. With a reach, items
  // of records beyond it are errors (forbidden), and so are postings' profiles.
  Result<void> batch(Side side, std::string_view body, const RankRequest& defaults, std::string& out,
                     const Reach* reach = nullptr) const;
  Result<void> explain(std::string_view graduate, std::string_view posting, const RankRequest& request,
                       std::string& out) const;
  // What changes of the record would open (spec 2).
  Result<void> gaps(std::string_view graduate, const RankRequest& request, std::string& out) const;
  Result<void> relaxations(std::string_view posting, const RankRequest& request, std::string& out) const;
  // The ranking of every record of the asking side (`side` is what is ranked), one line each by id, of one
  // moment; spread over the cores. Memory does not grow with the data, but for 8 bytes a record. `progress`
  // may be empty. Gives the number of lines. Errors: stopping when the sink
  // is gone, invalid_option for a cursor.
  using LinesDone = std::function<void(std::uint64_t done, std::uint64_t all)>;
  Result<std::uint64_t> rank_all(Side side, const RankRequest& request, const ByteSink& sink,
                                 const LinesDone& progress = {}) const;
  void stats(std::string& out) const;
  ServiceFigures figures() const;

  // ---- one person's rights
  // {"graduate":{…},"placements":[…],"runs":[…],"audit":[…]}: everything that is stored about a graduate;
  // `graduate` is null where the record is gone and something else is left. Errors: not_found (there is
  // nothing), those of the service.
  Result<void> person_data(std::string_view graduate, std::string& out) const;
  // Removes all of it, and then its bytes from the disk (store/purge.hpp): seconds of work beside reads and
  // writes. Backups keep it until they expire. Again after a failure, or after a mere removal of the record,
  // it does what is left to do; what was cut off, open() finishes. Errors: busy (another erasure, a placement
  // run or a replacement is under way; nothing was done), invalid_id, no_space, io_error, stopping.
  Result<Erasure> erase_person(std::string_view graduate, const Caller& caller = {});

  // ---- the audit log (storage/audit/)
  // Notes a read; it is in the log within a second. Writes are there by themselves, committed with what they
  // write, imports within a second.
  void note(AuditEvent event) const;
  // {"entries":[…],"next":N}: at most `limit` entries, oldest first. Next: ask again with after = N for what
  // follows (there may be nothing); null: that was all. Looks at some ten thousand entries at most, so that a
  // page may be short, even empty, and yet have a next. Errors: corrupt_data, io_error.
  Result<void> audit_page(const AuditQuestion& question, std::size_t limit, std::string& out) const;

  // ---- backups (store/backup/backups.hpp)
  // Makes one beside reads and writes, and removes old ones. Errors: busy, no_space, io_error, stopping
  // (`progress` said so).
  Result<Backup> back_up(const BackupProgress& progress = {}) const;
  // Oldest first.
  Result<std::vector<Backup>> backups() const;
  // Compares the checksums of everything on disk. Errors: corrupt_data, io_error.
  Result<void> check_files() const;

  // ---- bulk placement (placements/placement_runs.hpp)
  PlacementRuns& placements() const;

  // ---- who may ask for what (storage/keys/key_ring.hpp)
  KeyRing& keys() const;

 private:
  struct Parts;
  explicit Service(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace talentmatch
