#include "tools/verification.hpp"

#include <utility>

#include <fmt/format.h>

namespace talentmatch {
namespace {

constexpr std::size_t kKept = 20;

}  // namespace

bool DataVerification::take(Collection collection, std::string_view bytes) {
  partial_ += bytes;
  std::size_t start = 0;
  for (auto end = partial_.find('\n'); end != std::string::npos; end = partial_.find('\n', start)) {
    check_line(collection, std::string_view(partial_).substr(start, end - start));
    start = end + 1;
  }
  partial_.erase(0, start);
  return true;
}

void DataVerification::check_line(Collection collection, std::string_view line) {
  const auto parsed = parser_.parse(collection, line, catalog_);
  if (!parsed) return report(fmt::format("{}: {}", word(collection), message(parsed.error(), Language::en)));
  const auto& id = id_of(parsed->record);
  if (!ids_[static_cast<std::size_t>(collection)].insert(id).second) {
    report(fmt::format("{}/{}: stored twice", word(collection), id));
  }
  check_references(parsed->record);
}

void DataVerification::check_references(const Record& record) {
  if (const auto* tie = std::get_if<Tie>(&record)) {
    need(record, Collection::schools, tie->school);
    need(record, Collection::employers, tie->employer);
  } else if (const auto* graduate = std::get_if<Graduate>(&record)) {
    need(record, Collection::schools, graduate->school);
    for (const auto& own : graduate->ties) need(record, Collection::employers, own.employer);
  } else if (const auto* posting = std::get_if<Posting>(&record)) {
    need(record, Collection::employers, posting->employer);
    if (posting->school) need(record, Collection::schools, *posting->school);
  } else if (const auto* placement = std::get_if<Placement>(&record)) {
    need(record, Collection::graduates, placement->graduate);
    if (placement->posting) need(record, Collection::postings, *placement->posting);
    if (placement->employer) need(record, Collection::employers, *placement->employer);
  }
}

void DataVerification::need(const Record& record, Collection collection, std::string_view id) {
  if (ids_[static_cast<std::size_t>(collection)].contains(std::string(id))) return;
  report(fmt::format("{}/{}: refers to {}/{}, which does not exist", word(collection_of(record)),
                     id_of(record), word(collection), id));
}

void DataVerification::compare(const Snapshot& snapshot) {
  const auto& counts = snapshot.counts();
  compare_count(Collection::schools, counts.schools);
  compare_count(Collection::employers, counts.employers);
  compare_count(Collection::ties, counts.ties);
  compare_count(Collection::graduates, counts.graduates);
  compare_count(Collection::postings, counts.postings);
  compare_count(Collection::placements, counts.placements);
  for (const auto& id : ids_[static_cast<std::size_t>(Collection::graduates)]) {
    if (!snapshot.find_graduate(id)) report(fmt::format("graduates/{}: not in the index", id));
  }
  for (const auto& id : ids_[static_cast<std::size_t>(Collection::postings)]) {
    if (!snapshot.find_posting(id)) report(fmt::format("postings/{}: not in the index", id));
  }
}

void DataVerification::compare_count(Collection collection, std::uint64_t indexed) {
  if (indexed == count(collection)) return;
  report(fmt::format("{}: {} in the index, {} stored", word(collection), indexed, count(collection)));
}

void DataVerification::report(std::string problem) {
  ++problem_count_;
  if (problems_.size() < kKept) problems_.push_back(std::move(problem));
}

}  // namespace talentmatch
