#include "storage/service/import_upsert.hpp"

#include <algorithm>
#include <utility>

#include <tbb/parallel_for.h>

#include "storage/service/import_judge.hpp"

namespace talentmatch {

void UpsertImport::prepare(ImportChunk& chunk) {
  if (!before_ || before_->commit() < others_commit_) before_ = market_.snapshot();
  judge_lines(chunk, *before_, store_, market_, tools_);
}

Result<void> UpsertImport::take(ImportChunk& chunk) {
  const auto now = market_.snapshot();
  if (now->commit() != own_commit_) others_commit_ = now->commit();
  if (chunk.judged_at < others_commit_) judge_lines(chunk, *now, store_, market_, tools_);
  auto stored = all_new(chunk) ? add(chunk) : change(chunk);
  own_commit_ = market_.snapshot()->commit();
  return stored;
}

bool UpsertImport::all_new(const ImportChunk& chunk) const {
  const bool bulk = chunk.collection == Collection::graduates || chunk.collection == Collection::postings;
  return bulk && std::ranges::all_of(chunk.lines, [](const ImportedLine& line) {
           return !line.record || line.status == ImportStatus::created;
         });
}

// New rows go straight into columns, on all threads.
Result<void> UpsertImport::add(ImportChunk& chunk) {
  std::vector<JournalEntry> entries;
  for (auto& line : chunk.lines) {
    if (line.record) entries.push_back({chunk.collection, line.id, std::move(line.json)});
  }
  if (entries.empty()) return {};
  auto parts = fill_parts(chunk);
  const auto number = store_.commit(entries);
  if (!number) return fail(number.error());
  market_.adopt(std::move(parts), *number);
  return {};
}

std::vector<std::unique_ptr<Market::Part>> UpsertImport::fill_parts(const ImportChunk& chunk) const {
  std::vector<std::unique_ptr<Market::Part>> parts(static_cast<std::size_t>(tools_.arena.max_concurrency()));
  const auto fill = [&](std::size_t i) {
    parts[i] = market_.part();
    const std::size_t first = chunk.lines.size() * i / parts.size();
    const std::size_t last = chunk.lines.size() * (i + 1) / parts.size();
    for (std::size_t at = first; at < last; ++at) {
      if (chunk.lines[at].record) parts[i]->add(*chunk.lines[at].record);
    }
  };
  tools_.arena.execute([&] { tbb::parallel_for(std::size_t{0}, parts.size(), fill); });
  return parts;
}

Result<void> UpsertImport::change(ImportChunk& chunk) {
  changes_.clear();
  for (auto& line : chunk.lines) {
    if (!line.record || line.status == ImportStatus::unchanged) continue;
    changes_.put(*std::move(line.record), std::move(line.json));
  }
  return changes_.commit(store_, market_);
}

}  // namespace talentmatch
