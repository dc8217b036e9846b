// The thread on which runs are computed, one after the other.

#include <chrono>
#include <utility>

#include "storage/codec/answer_json.hpp"
#include "storage/service/placements/placement_job.hpp"
#include "storage/service/placements/placement_work.hpp"

namespace talentmatch {
namespace {

// How long a run of data that have changed is held at most.
constexpr std::chrono::seconds kHeldLonger{2};

}  // namespace

void PlacementRuns::work() {
  while (true) {
    std::unique_lock lock(mutex_);
    if (!wait_for_work(lock)) continue;
    if (stopping_) return;
    if (waiting_.empty()) {
      const RunPointer run = std::exchange(unprepared_, nullptr);
      lock.unlock();
      prepare(*run);
      continue;
    }
    const RunPointer run = std::exchange(waiting_.front(), nullptr);
    waiting_.pop_front();
    run->head.state = RunState::running;
    leave_preparing_ = !waiting_.empty();
    lock.unlock();
    compute(*run);
    lock.lock();
    if (keeps_ready_) unprepared_ = run;
  }
}

bool PlacementRuns::wait_for_work(std::unique_lock<std::mutex>& lock) {
  const auto called = [this] { return stopping_ || !waiting_.empty() || unprepared_ != nullptr; };
  if (settled_.empty()) {
    changed_.wait(lock, [&] { return called() || !settled_.empty(); });
    return called();
  }
  if (changed_.wait_for(lock, kHeldLonger, called)) return true;
  lock.unlock();
  settled_.let_go_of_other_than(*tools_.market.snapshot());
  return false;
}

void PlacementRuns::keep_ready() {
  const std::lock_guard guard(mutex_);
  keeps_ready_ = true;
  for (const auto& [number, run] : runs_) {
    if (run->head.state == RunState::done) unprepared_ = run;
  }
  changed_.notify_all();
}

void PlacementRuns::tell_held() const {
  {
    const std::lock_guard guard(mutex_);
  }  // it either waits already or looks once more before
  changed_.notify_all();
}

void PlacementRuns::prepare(const Run& run) {
  RunHead head;
  {
    const std::lock_guard guard(mutex_);
    head = run.head;
  }
  if (head.state != RunState::done || !head.retraceable) return;
  const PlacementControl control{.progress = {}, .cancel = &leave_preparing_};
  // Whatever it says is said again to whoever asks.
  (void)arena_.execute([&] { return settled_.of(tools_.store, head, tools_.market.snapshot(), control); });
}

void PlacementRuns::compute(Run& run) {
  const PlacementControl control{
      .progress = [&](int share) { run.progress = share; },
      .cancel = &run.cancel,
  };
  auto product = arena_.execute([&] {
    return compute_placement(std::exchange(run.request, {}), std::exchange(run.snapshot, nullptr), run.as_of,
                             control);
  });
  RunHead head;
  {
    const std::lock_guard guard(mutex_);
    if (stopping_) return;
    head = run.head;
  }
  if (product) {
    head.state = RunState::done;
    head.report = std::move(product->report);
    head.firsts = product->pieces.rows.firsts();
    head.posting_firsts = product->pieces.postings.firsts();
    return settle(run, std::move(head), product->pieces);
  }
  head.state = product.error().code == ErrorCode::cancelled ? RunState::cancelled : RunState::failed;
  append_error(head.failure, product.error(), Language::en);
  settle(run, std::move(head), {});
}

void PlacementRuns::settle(Run& run, RunHead head, const RunPieces& kept) {
  std::vector<Document> documents;
  for (const PieceKind kind : kPieceKinds) {
    const auto& pieces = (kind == PieceKind::rows ? kept.rows : kept.postings).pieces();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      documents.push_back({piece_name(kind, head.number, i), pieces[i]});
    }
  }
  documents.push_back(head_document(head));
  if (const auto written = write(documents); !written) {
    head.state = RunState::failed;
    head.firsts.clear();
    head.posting_firsts.clear();
    head.report.clear();
    head.failure.clear();
    append_error(head.failure, written.error(), Language::en);
  }
  const std::lock_guard guard(mutex_);
  run.head = std::move(head);
}

}  // namespace talentmatch
