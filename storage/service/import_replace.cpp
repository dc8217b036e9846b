#include "storage/service/import_replace.hpp"

#include <utility>

#include "storage/service/import_judge.hpp"

namespace talentmatch {

void ReplaceImport::prepare(ImportChunk& chunk) {
  judge_lines(chunk, *market_.snapshot(), store_, market_, tools_);
}

Result<void> ReplaceImport::take(ImportChunk& chunk) {
  std::vector<JournalEntry> staged;
  staged.reserve(chunk.lines.size());
  for (auto& line : chunk.lines) {
    if (line.record) staged.push_back({chunk.collection, line.id, std::move(line.json)});
    if (line.error && !first_rejection_) first_rejection_ = *line.error;
  }
  return staging_.put(staged);
}

Result<void> ReplaceImport::finish(ImportTotals& totals) {
  totals.reason = first_rejection_;
  if (totals.reason) return {};
  if (auto planned = plan(totals); !planned) {
    if (!is_caller_fault(planned.error().code)) return planned;
    totals.reason = std::move(planned.error());
    return {};
  }
  if (auto swapped = swap(); !swapped) return swapped;
  totals.swapped = true;
  return {};
}

// Walks the collection and the staged file together. Other writes may have come between the chunks, so this
// is what counts, not the lines' provisional status.
Result<void> ReplaceImport::plan(ImportTotals& totals) {
  totals.created = totals.updated = totals.unchanged = totals.removed = 0;
  const auto parser = tools_.parsers.borrow();
  auto now = store_.scan(staging_.collection());
  auto file = staging_.scan();
  bool more_now = now.next();
  bool more_file = file.next();
  while (more_now || more_file) {
    Result<void> step;
    if (!more_file || (more_now && now.id() < file.id())) {
      ++totals.removed;
      step = plan_removal(now.id());
      more_now = now.next();
    } else if (!more_now || file.id() < now.id()) {
      ++totals.created;
      step = plan_put(file.value(), *parser);
      more_file = file.next();
    } else {
      const bool same = now.value() == file.value();
      ++(same ? totals.unchanged : totals.updated);
      if (!same) step = plan_put(file.value(), *parser);
      more_now = now.next();
      more_file = file.next();
    }
    if (!step) return step;
  }
  if (auto good = now.check(); !good) return good;
  return file.check();
}

Result<void> ReplaceImport::plan_put(std::string_view json, RecordParser& parser) {
  auto parsed = parser.parse(staging_.collection(), json, tools_.catalog);
  if (!parsed) return fail(std::move(parsed.error()));
  if (auto admitted = market_.admit(parsed->record, {}); !admitted) return admitted;
  auto& mutation = mutations_.emplace_back(staging_.collection(), id_of(parsed->record));
  mutation.record = std::move(parsed->record);
  return {};
}

Result<void> ReplaceImport::plan_removal(std::string_view id) {
  auto cascade = market_.admit_removal(staging_.collection(), id);
  if (!cascade) return fail(std::move(cascade.error()));
  for (auto& placement : *cascade) {
    mutations_.emplace_back(Collection::placements, placement);
    cascade_.push_back({Collection::placements, std::move(placement), {}});
  }
  mutations_.emplace_back(staging_.collection(), std::string(id));
  return {};
}

Result<void> ReplaceImport::swap() {
  const auto commit = store_.swap(staging_, cascade_);
  if (!commit) return fail(commit.error());
  market_.apply(mutations_, *commit);
  return {};
}

}  // namespace talentmatch
