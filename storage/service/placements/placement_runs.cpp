#include "storage/service/placements/placement_runs.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include "storage/codec/json_text.hpp"
#include "storage/service/placements/confirmation.hpp"
#include "storage/service/placements/placement_job.hpp"
#include "storage/service/placements/run_answers.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kMostUnfinished = 9;  // one at work, the others wait
// A number is never given twice, so that a removed run's placements are nobody else's.
constexpr std::string_view kLastNumber = "runs/last_number";

}  // namespace

PlacementRuns::PlacementRuns(PlacementTools tools)
    : tools_(std::move(tools)), arena_(tools_.threads, 1, tbb::task_arena::priority::low) {}

Result<std::unique_ptr<PlacementRuns>> PlacementRuns::open(PlacementTools tools) {
  std::unique_ptr<PlacementRuns> runs(new PlacementRuns(std::move(tools)));
  if (auto loaded = runs->load(); !loaded) return fail(std::move(loaded.error()));
  runs->thread_ = std::thread([raw = runs.get()] { raw->work(); });
  return runs;
}

PlacementRuns::~PlacementRuns() {
  {
    const std::lock_guard guard(mutex_);
    stopping_ = true;
    leave_preparing_ = true;
    for (const auto& [number, run] : runs_) run->cancel = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

Result<void> PlacementRuns::load() {
  const auto names = tools_.store.document_names(kRunHeads);
  if (!names) return fail(names.error());
  for (const auto& name : *names) {
    const auto text = tools_.store.document(name);
    if (!text) return fail(text.error());
    auto head = parse_head(*text);
    if (!head) return fail(std::move(head.error()));
    if (!head->finished()) head->state = RunState::interrupted;
    const auto number = head->number;
    auto run = std::make_shared<Run>();
    run->head = *std::move(head);
    runs_.emplace(number, std::move(run));
  }
  const auto last = tools_.store.document(kLastNumber);
  if (last) last_number_ = std::stoull(*last);
  if (!last && last.error().code != ErrorCode::not_found) return fail(last.error());
  if (!runs_.empty()) last_number_ = std::max(last_number_, runs_.rbegin()->first);
  return {};
}

// ---- asking

Result<void> PlacementRuns::start(std::string_view request, std::string& out, const Caller& caller) {
  auto parsed = parse_placement_request(request, tools_.catalog);
  if (!parsed) return fail(std::move(parsed.error()));
  auto run = std::make_shared<Run>();
  run->as_of = parsed->as_of.value_or(tools_.today());
  run->head.mode = parsed->mode;
  run->head.from_scores = parsed->mode == PlacementMode::stable && !parsed->choices;
  run->head.retraceable = run->head.from_scores && parsed->priority_groups.empty();
  run->head.as_of = format_date(run->as_of);
  append_placement_request(run->head.request, *parsed, tools_.catalog);
  run->request = *std::move(parsed);
  run->request_bytes = request.size();
  {
    const std::lock_guard guard(mutex_);
    if (!has_room(run->request_bytes)) return fail({.code = ErrorCode::busy});
    run->snapshot = tools_.market.snapshot();
    run->head.version = run->snapshot->version();
    run->head.number = ++last_number_;
    runs_.emplace(run->head.number, run);
  }
  const auto number = std::to_string(run->head.number);
  auto written = write({head_document(run->head), Document{std::string(kLastNumber), number}},
                       {.who = caller.who, .what = "placements.start", .about = run->head.id()});
  const std::lock_guard guard(mutex_);
  if (!written) {
    runs_.erase(run->head.number);
    return written;
  }
  waiting_.push_back(run);
  leave_preparing_ = true;
  changed_.notify_all();
  append(out, *run);
  return {};
}

// A request alone may be as long as it likes: who lets it in has a limit.
bool PlacementRuns::has_room(std::size_t bytes) const {
  std::size_t unfinished = 0;
  for (const auto& [number, run] : runs_) {
    if (run->head.finished()) continue;
    ++unfinished;
    bytes += run->request_bytes;
  }
  return unfinished == 0 || (unfinished < kMostUnfinished && bytes <= tools_.request_bytes);
}

RunFigures PlacementRuns::figures() const {
  const std::lock_guard guard(mutex_);
  RunFigures figures{.waiting = waiting_.size()};
  for (const auto& [number, run] : runs_) {
    if (run->head.finished() || std::ranges::find(waiting_, run) != waiting_.end()) continue;
    figures.running = 1;
    figures.progress = run->progress.load();
  }
  return figures;
}

void PlacementRuns::list(std::string& out) const {
  const std::lock_guard guard(mutex_);
  out += "{\"runs\":";
  append_list(out, std::views::reverse(runs_), [&](const auto& entry) {
    append_run_summary(out, entry.second->head, progress_of(*entry.second));
  });
  out += '}';
}

Result<void> PlacementRuns::show(std::string_view id, std::string& out) const {
  const auto run = find(id);
  if (!run) return fail(run.error());
  const std::lock_guard guard(mutex_);
  append(out, **run);
  return {};
}

Result<PlacementRuns::RunPointer> PlacementRuns::find(std::string_view id) const {
  const auto number = run_number(id);
  if (!number) return fail(number.error());
  const std::lock_guard guard(mutex_);
  const auto found = runs_.find(*number);
  if (found != runs_.end()) return found->second;
  return fail({.code = ErrorCode::not_found, .field = "id", .value = excerpt(id)});
}

Result<RunHead> PlacementRuns::done_head(std::string_view id) const {
  const auto run = find(id);
  if (!run) return fail(run.error());
  const std::lock_guard guard(mutex_);
  if ((*run)->head.state == RunState::done) return (*run)->head;
  return fail({.code = ErrorCode::in_use,
               .field = "id",
               .value = excerpt(id),
               .detail = "state: " + std::string(word((*run)->head.state))});
}

void PlacementRuns::append(std::string& out, const Run& run) const {
  append_run(out, run.head, progress_of(run));
}

int PlacementRuns::progress_of(const Run& run) {
  return run.head.finished() ? 1000 : run.progress.load();
}

// ---- changing

Result<void> PlacementRuns::write(std::span<const Document> documents) {
  return on_writer([&] { return tools_.store.put_documents(documents); });
}

Result<void> PlacementRuns::write(std::vector<Document> documents, const AuditEvent& event) {
  return on_writer([&] { return put_with_entry(std::move(documents), event); });
}

Result<void> PlacementRuns::put_with_entry(std::vector<Document> documents, const AuditEvent& event) {
  const auto entry = tools_.audit.batch({&event, 1});
  if (!entry) return fail(entry.error());
  documents.insert(documents.end(), entry->documents.begin(), entry->documents.end());
  if (auto written = tools_.store.put_documents(documents); !written) return written;
  tools_.audit.kept(*entry);
  return {};
}

Result<void> PlacementRuns::confirm(std::string_view id, std::string& out, const Caller& caller) {
  const auto run = find(id);
  if (!run) return fail(run.error());
  const auto confirmed = on_writer([&]() -> Result<void> {
    auto head = done_head(id);
    if (!head) return fail(std::move(head.error()));
    if (auto seats = check_takes_seats(*head); !seats) return seats;
    if (!head->confirmation.empty()) return {};
    const auto parser = tools_.parsers.borrow();
    auto changed =
        confirm_run({tools_.store, tools_.market, *parser, tools_.audit, caller}, *std::move(head));
    if (!changed) return fail(std::move(changed.error()));
    const std::lock_guard guard(mutex_);
    (*run)->head = *std::move(changed);
    return {};
  });
  if (!confirmed) return confirmed;
  return show(id, out);
}

Result<void> PlacementRuns::undo(std::string_view id, std::string& out, const Caller& caller) {
  const auto run = find(id);
  if (!run) return fail(run.error());
  const auto undone = on_writer([&]() -> Result<void> {
    auto head = done_head(id);
    if (!head) return fail(std::move(head.error()));
    if (head->confirmation.empty()) return {};
    const auto parser = tools_.parsers.borrow();
    auto changed = undo_run({tools_.store, tools_.market, *parser, tools_.audit, caller}, *std::move(head));
    if (!changed) return fail(std::move(changed.error()));
    const std::lock_guard guard(mutex_);
    (*run)->head = *std::move(changed);
    return {};
  });
  if (!undone) return undone;
  return show(id, out);
}

Result<void> PlacementRuns::remove(std::string_view id, std::string& out, const Caller& caller) {
  const auto run = find(id);
  if (!run) return fail(run.error());
  const AuditEvent event{.who = caller.who, .what = "placements.remove", .about = (*run)->head.id()};
  {
    const std::lock_guard guard(mutex_);
    if (!(*run)->head.finished()) {
      tools_.audit.note(event);  // the run's own thread writes its end
      (*run)->cancel = true;
      append(out, **run);
      return {};
    }
  }
  return on_writer([&]() -> Result<void> {
    const std::lock_guard guard(mutex_);
    const RunHead& head = (*run)->head;
    if (!head.confirmation.empty()) {
      return fail({.code = ErrorCode::in_use, .field = "id", .value = excerpt(id), .detail = "confirmed"});
    }
    std::vector<Document> documents{{head_document(head).name, {}}};
    for (const PieceKind kind : kPieceKinds) {
      for (std::size_t i = 0; i < firsts_of(head, kind).size(); ++i) {
        documents.push_back({piece_name(kind, head.number, i), {}});
      }
    }
    if (auto written = put_with_entry(std::move(documents), event); !written) return written;
    append(out, **run);
    runs_.erase(head.number);
    return {};
  });
}

}  // namespace talentmatch
