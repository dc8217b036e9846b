#include "storage/service/import_run.hpp"

#include <utility>

namespace talentmatch {

template <class Target>
Result<ImportTotals> ImportRun<Target>::run(Collection collection, const ByteSource& source) {
  const ImportActivity::Running running(tools_.activity);
  const auto fed = feed(collection, source);
  // Also after an error: the writer still works on the last chunk, and its lines are acknowledged.
  const auto last = wait_for_chunk();
  if (!last) return fail(last.error());
  if (*last) {
    if (auto reported = report(**last); !reported) return fail(std::move(reported.error()));
  }
  if (!fed) return fail(fed.error());
  return finish();
}

template <class Target>
Result<void> ImportRun<Target>::feed(Collection collection, const ByteSource& source) {
  LineReader reader(source);
  LineChunk lines;
  IdSet seen;
  while (true) {
    if (options_.cancel != nullptr && *options_.cancel) return fail({.code = ErrorCode::stopping});
    if (auto read = reader.read(lines); !read) return read;
    if (lines.size() == 0) return {};
    auto chunk = spare_ ? std::move(spare_) : std::make_shared<ImportChunk>();
    parse_lines(*chunk, collection, lines, tools_);
    reject_repeated_ids(*chunk, seen);
    target_.prepare(*chunk);
    if (auto handed = hand_over(std::move(chunk)); !handed) return handed;
  }
}

template <class Target>
Result<void> ImportRun<Target>::hand_over(ChunkPointer chunk) {
  auto previous = wait_for_chunk();
  if (!previous) return fail(previous.error());
  in_flight_ = std::move(chunk);
  stored_ = on_writer([this, next = in_flight_] { return target_.take(*next); });
  if (!*previous) return {};
  spare_ = std::move(*previous);
  return report(*spare_);
}

// The chunk that the writer had, stored; null if it had none.
template <class Target>
auto ImportRun<Target>::wait_for_chunk() -> Result<ChunkPointer> {
  auto chunk = std::exchange(in_flight_, nullptr);
  if (!chunk) return chunk;
  if (auto stored = stored_.get(); !stored) return fail(std::move(stored.error()));
  return chunk;
}

template <class Target>
Result<void> ImportRun<Target>::report(const ImportChunk& chunk) {
  out_.clear();
  for (const auto& line : chunk.lines) {
    count(line);
    if (options_.errors_only && line.status != ImportStatus::rejected) continue;
    append_import_line(out_,
                       {.line = line.number,
                        .id = line.id,
                        .status = line.status,
                        .error = line.error.get(),
                        .notices = line.notices},
                       options_.language);
  }
  tools_.activity.count(chunk.lines.size());
  if (options_.progress) options_.progress(totals_.lines);
  if (!out_.empty() && !sink_(out_)) return fail({.code = ErrorCode::stopping});
  return {};
}

template <class Target>
void ImportRun<Target>::count(const ImportedLine& line) {
  ++totals_.lines;
  switch (line.status) {
    case ImportStatus::created:
      ++totals_.created;
      return;
    case ImportStatus::updated:
      ++totals_.updated;
      return;
    case ImportStatus::unchanged:
      ++totals_.unchanged;
      return;
    case ImportStatus::rejected:
      ++totals_.rejected;
      return;
  }
}

template <class Target>
Result<ImportTotals> ImportRun<Target>::finish() {
  auto finished = on_writer([this] { return target_.finish(totals_); });
  if (auto done = finished.get(); !done) return fail(std::move(done.error()));
  out_.clear();
  append_import_totals(out_, totals_, options_.mode, options_.language);
  if (!sink_(out_)) return fail({.code = ErrorCode::stopping});
  return totals_;
}

template <class Target>
std::future<Result<void>> ImportRun<Target>::on_writer(std::function<Result<void>()> work) {
  const auto task = std::make_shared<std::packaged_task<Result<void>()>>(std::move(work));
  auto future = task->get_future();
  if (auto pushed = queue_.push(Job{[task] { (*task)(); }}); !pushed) {
    std::promise<Result<void>> refused;
    refused.set_value(std::move(pushed));
    return refused.get_future();
  }
  return future;
}

template class ImportRun<UpsertImport>;
template class ImportRun<ReplaceImport>;

}  // namespace talentmatch
