// One person's data: placements and what kept runs say are with the runs, so it is all gathered here.

#include <future>

#include "storage/codec/json_text.hpp"
#include "storage/service/audit_flush.hpp"
#include "storage/service/changes.hpp"
#include "storage/service/placements/person_rows.hpp"
#include "storage/service/placements/placement_job.hpp"

namespace talentmatch {
namespace {

// The graduate's own; empty also where there is no such graduate.
std::vector<std::string> placements_of(const Market& market, std::string_view graduate) {
  return market.admit_removal(Collection::graduates, graduate).value_or(std::vector<std::string>{});
}

Changes removal(const Market& market, std::string_view graduate, Erasure& erasure) {
  Changes changes;
  for (auto& placement : placements_of(market, graduate)) {
    changes.remove(Collection::placements, std::move(placement));
    ++erasure.placements;
  }
  erasure.record = market.snapshot()->find_graduate(graduate).has_value();
  if (erasure.record) changes.remove(Collection::graduates, std::string(graduate));
  return changes;
}

}  // namespace

Result<std::vector<std::string>> PlacementRuns::records_of(std::string_view graduate) const {
  return on_writer([&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> records;
    for (const auto& id : placements_of(tools_.market, graduate)) {
      auto json = tools_.store.get(Collection::placements, id);
      if (!json) return fail(std::move(json.error()));
      records.push_back(*std::move(json));
    }
    return records;
  });
}

Result<void> PlacementRuns::append_person(std::string_view graduate, std::string& out) const {
  const auto records = records_of(graduate);
  if (!records) return fail(records.error());
  out += "\"placements\":";
  append_list(out, *records, [&](const std::string& json) { out += json; });
  out += ",\"runs\":[";
  std::vector<RunHead> heads;
  {
    const std::lock_guard guard(mutex_);
    for (const auto& [number, run] : runs_) {
      if (run->head.state == RunState::done) heads.push_back(run->head);
    }
  }
  for (const auto& head : heads) {
    const auto* separator = out.back() == '[' ? "" : ",";
    if (auto told = append_person_rows(out, separator, tools_.store, head, graduate); !told) return told;
  }
  out += ']';
  return {};
}

// With the mutex all the time: a run that began in between would still see the person.
Result<Erasure> PlacementRuns::erase(std::string_view graduate, const Caller& caller) {
  return on_writer([&]() -> Result<Erasure> {
    flush_noted(tools_.audit, tools_.store, tools_.market);
    const std::lock_guard guard(mutex_);
    Erasure erasure;
    std::vector<std::pair<RunPointer, RunHead>> changed;
    std::vector<Document> documents;
    for (const auto& [number, run] : runs_) {
      if (!run->head.finished())
        return fail({.code = ErrorCode::busy, .detail = "placement run " + run->head.id()});
      RunHead head = run->head;
      const auto found = take_out_person(tools_.store, head, graduate, documents);
      if (!found) return fail(found.error());
      if (*found) changed.emplace_back(run, std::move(head));
    }
    erasure.runs = changed.size();
    const auto changes = removal(tools_.market, graduate, erasure);
    const AuditEvent event{.who = caller.who, .what = "person.erase", .person = std::string(graduate)};
    const auto batch = tools_.audit.batch({&event, 1});
    if (!batch) return fail(batch.error());
    documents.insert(documents.end(), batch->documents.begin(), batch->documents.end());
    documents.push_back({person_key_name(graduate), {}});
    documents.push_back({std::string(kErasureMarker), "1"});
    const auto number = tools_.store.commit(changes.entries(), documents);
    if (!number) return fail(number.error());
    tools_.market.apply(changes.mutations(), *number);
    tools_.audit.kept(*batch);
    for (auto& [run, head] : changed) run->head = std::move(head);
    return erasure;
  });
}

}  // namespace talentmatch
