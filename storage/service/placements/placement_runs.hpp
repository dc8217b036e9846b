#pragma once
// Placement runs: computed one after the other on a thread of their own, each on the snapshot of its start,
// and kept in the store. A run proposes; only `confirm` makes placements of it. Safe from any thread.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>

#include <tbb/task_arena.h>

#include "engine/market/market.hpp"
#include "storage/audit/audit_log.hpp"
#include "storage/audit/caller.hpp"
#include "storage/codec/placement_request.hpp"
#include "storage/codec/record_json.hpp"
#include "storage/service/figures.hpp"
#include "storage/service/placements/erasure.hpp"
#include "storage/service/placements/explanation.hpp"
#include "storage/service/placements/placement_run.hpp"
#include "storage/service/placements/run_pieces.hpp"
#include "storage/service/placements/run_rows.hpp"
#include "storage/service/placements/settled_runs.hpp"
#include "storage/service/placements/what_if.hpp"
#include "storage/service/pool.hpp"
#include "storage/service/service.hpp"
#include "storage/service/write_queue.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

struct PlacementTools {  // of the service; outlive the runs
  const Catalog& catalog;
  Store& store;
  Market& market;
  WriteQueue& queue;
  AuditLog& audit;
  Pool<RecordParser>& parsers;
  Pool<Ranker>& rankers;
  std::function<Date()> today;
  std::size_t request_bytes = 0;  // of runs that are not over, together
  int threads = 1;
};

class PlacementRuns {
 public:
  // Reads the runs that are kept; what was under way when the program ended is `interrupted`.
  static Result<std::unique_ptr<PlacementRuns>> open(PlacementTools tools);
  ~PlacementRuns();  // cancels what is under way
  PlacementRuns(const PlacementRuns&) = delete;
  PlacementRuns& operator=(const PlacementRuns&) = delete;

  // ---- all give the run as JSON (append_run), appended to `out`

  // Errors: those of the request's form, busy (too many wait, or too much), no_space, io_error. What the data
  // says against it, the run tells when it has failed.
  Result<void> start(std::string_view request, std::string& out, const Caller& caller = {});
  RunFigures figures() const;
  // {"runs":[…]}, newest first, each in short (append_run_summary).
  void list(std::string& out) const;
  Result<void> show(std::string_view id, std::string& out) const;
  // Once; again, it gives what was done then. Errors: not_found, in_use (not done yet), invalid_option (mode
  // `lists` proposes no placements), those of the service.
  Result<void> confirm(std::string_view id, std::string& out, const Caller& caller = {});
  // Takes a confirmation back; of a run without one it does nothing.
  Result<void> undo(std::string_view id, std::string& out, const Caller& caller = {});
  // Cancels a run under way, removes one that is over. Errors: not_found, in_use (it is confirmed).
  Result<void> remove(std::string_view id, std::string& out, const Caller& caller = {});

  // ---- one person (person_rows.hpp)

  // "placements":[…],"runs":[…]: the records and what the runs that are kept say.
  Result<void> append_person(std::string_view graduate, std::string& out) const;
  // Removes the graduate's record, the placements, the rows of kept runs and the key of their pseudonym in
  // one commit; what is not there is no error. Errors: busy (a run is under way, which would still write of
  // them), those of the service.
  Result<Erasure> erase(std::string_view graduate, const Caller& caller);

  // ---- what kept runs say

  // All rows in order of the graduates' ids. Errors: not_found, in_use (not done yet), stopping (the sink is
  // gone).
  Result<void> rows(std::string_view id, RowFormat format, const ByteSink& sink) const;
  // Seats and cutoffs of every posting in scope, by id. Errors as above, and invalid_option (mode `lists`
  // takes no seats).
  Result<void> postings(std::string_view id, RowFormat format, const ByteSink& sink) const;
  // Why, and why not, for one graduate, as a JSON object (explanation.hpp).
  Result<void> explain(std::string_view id, const WishQuestion& question, std::string& out) const;
  // Who moves up at a posting, as a JSON object (waiting.hpp).
  Result<void> waiting(std::string_view id, std::string_view posting, std::size_t most,
                       std::string& out) const;
  // Who would move if a posting had other seats, as a JSON object (what_if.hpp). Milliseconds of the run that
  // is held in memory (settled_runs.hpp): the last that was asked or kept ready; of another one a part of the
  // run's own time. Errors as above, those of SettledRuns::of and of append_what_if.
  Result<void> what_if(std::string_view id, const SeatQuestion& question, std::string& out) const;
  // From now on the newest run that is done is made ready for such questions, in the background while no run
  // waits.
  void keep_ready();
  // {"run":…,"with":…,"moved":[{"graduate":…,"before":…,"after":…}]}: whose posting is another in the second
  // run; null = none. Errors as above, and invalid_option (mode `lists`).
  Result<void> difference(std::string_view id, std::string_view with, std::string& out) const;

 private:
  struct Run;
  using RunPointer = std::shared_ptr<Run>;

  explicit PlacementRuns(PlacementTools tools);
  Result<void> load();
  void work();
  void compute(Run& run);
  // Makes a finished run ready for questions; stops when another waits.
  void prepare(const Run& run);
  // With the mutex; false: without it, and it has to be tried again.
  bool wait_for_work(std::unique_lock<std::mutex>& lock);
  void settle(Run& run, RunHead head, const RunPieces& kept);
  Result<RunPointer> find(std::string_view id) const;
  Result<RunHead> done_head(std::string_view id) const;
  void append(std::string& out, const Run& run) const;
  static int progress_of(const Run& run);
  // With the mutex. For one more run with so long a request.
  bool has_room(std::size_t bytes) const;
  Result<void> write(std::span<const Document> documents);
  // One commit; the second form on the writer's thread.
  Result<void> write(std::vector<Document> documents, const AuditEvent& event);
  Result<void> put_with_entry(std::vector<Document> documents, const AuditEvent& event);
  // Runs on the writer's thread and waits.
  // Wakes the thread, which lets go of what is held too long.
  void tell_held() const;
  template <class Work>
  auto on_writer(Work work) const -> decltype(work());
  Result<std::vector<std::string>> records_of(std::string_view graduate) const;

  PlacementTools tools_;
  tbb::task_arena arena_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::map<std::uint64_t, RunPointer> runs_;
  std::deque<RunPointer> waiting_;
  bool keeps_ready_ = false;
  RunPointer unprepared_;  // to be made ready when no run waits
  std::uint64_t last_number_ = 0;
  bool stopping_ = false;
  std::atomic<bool> leave_preparing_{false};  // the program ends, or a run waits
  mutable SettledRuns settled_;
  std::thread thread_;
};

}  // namespace talentmatch
