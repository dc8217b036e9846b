// The thread on which runs are computed, one after the other.

#include <utility>

#include "storage/codec/answer_json.hpp"
#include "storage/service/placements/placement_job.hpp"
#include "storage/service/placements/placement_work.hpp"

namespace talentmatch {

void PlacementRuns::work() {
  while (true) {
    RunPointer run;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      run = std::exchange(waiting_.front(), nullptr);
      waiting_.pop_front();
      run->head.state = RunState::running;
    }
    compute(*run);
  }
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
