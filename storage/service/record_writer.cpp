#include "storage/service/record_writer.hpp"

#include <map>
#include <unordered_set>
#include <utility>

#include "storage/keys/reach.hpp"
#include "storage/service/etag.hpp"

namespace talentmatch {
namespace {

using WriteKey = std::pair<Collection, std::string>;

// The record as the store has it; none = there is none.
Result<std::optional<std::string>> stored(const Store& store, Collection collection, std::string_view id) {
  auto json = store.get(collection, id);
  if (json) return std::optional(std::move(*json));
  if (json.error().code == ErrorCode::not_found) return std::optional<std::string>();
  return fail(std::move(json.error()));
}

Result<void> beyond_reach() {
  return fail({.code = ErrorCode::forbidden});
}

class PutGroup {
 public:
  PutGroup(const Store& store, const Market& market)
      : store_(store), market_(market), before_(market.snapshot()) {}

  Result<WriteOutcome> judge(PutTask& task) {
    const WriteKey key{collection_of(task.record), id_of(task.record)};
    if (auto within = check_reach(key, task); !within) return fail(std::move(within.error()));
    const auto current = current_json(key);
    if (!current) return fail(current.error());
    if (!meets(task.precondition, *current)) return fail({.code = ErrorCode::precondition_failed});
    WriteOutcome outcome{.etag = etag_of(task.json), .notices = std::move(task.notices)};
    if (*current == task.json) {
      outcome.status = WriteStatus::unchanged;
      return outcome;
    }
    if (auto admitted = market_.admit(task.record, changes_.mutations()); !admitted) {
      return fail(std::move(admitted.error()));
    }
    outcome.status = *current ? WriteStatus::updated : WriteStatus::created;
    newest_[key] = changes_.mutations().size();
    changes_.put(std::move(task.record), std::move(task.json));
    return outcome;
  }

  const Changes& changes() const { return changes_; }

 private:
  // The record must be the writer's own as it will be, and as it is.
  Result<void> check_reach(const WriteKey& key, const PutTask& task) const {
    const Reach* reach = task.precondition.reach;
    if (reach == nullptr) return {};
    if (!owns(*reach, task.record)) return beyond_reach();
    const auto newest = newest_.find(key);
    const bool foreign = newest != newest_.end()
                             ? !owns(*reach, *changes_.mutations()[newest->second].record)
                             : standing(*reach, *before_, key.first, key.second) == Standing::foreign;
    return foreign ? beyond_reach() : Result<void>{};
  }

  // What an earlier put of the group has made of it, else what is stored.
  Result<std::optional<std::string>> current_json(const WriteKey& key) const {
    const auto newest = newest_.find(key);
    if (newest != newest_.end()) return std::optional(changes_.entries()[newest->second].value);
    return stored(store_, key.first, key.second);
  }

  const Store& store_;
  const Market& market_;
  const std::shared_ptr<const Snapshot> before_;
  std::map<WriteKey, std::size_t> newest_;  // where in the changes
  Changes changes_;
};

class RemoveGroup {
 public:
  RemoveGroup(const Store& store, const Market& market) : store_(store), market_(market) {}

  Result<WriteOutcome> judge(const RemoveTask& task) {
    if (removed_.contains(task.id)) return fail({.code = ErrorCode::not_found, .value = task.id});
    if (is_foreign(task)) return fail({.code = ErrorCode::forbidden});
    const auto current = stored(store_, task.collection, task.id);
    if (!current) return fail(current.error());
    auto cascade = market_.admit_removal(task.collection, task.id);
    if (!cascade && cascade.error().code == ErrorCode::not_found) return fail(std::move(cascade.error()));
    if (!meets(task.precondition, *current)) return fail({.code = ErrorCode::precondition_failed});
    if (!cascade) return fail(std::move(cascade.error()));
    for (auto& placement : *cascade) changes_.remove(Collection::placements, std::move(placement));
    changes_.remove(task.collection, task.id);
    removed_.insert(task.id);
    return WriteOutcome{.status = WriteStatus::removed};
  }

  const Changes& changes() const { return changes_; }

 private:
  bool is_foreign(const RemoveTask& task) const {
    const Reach* reach = task.precondition.reach;
    if (reach == nullptr) return false;
    return standing(*reach, *market_.snapshot(), task.collection, task.id) == Standing::foreign;
  }

  const Store& store_;
  const Market& market_;
  std::unordered_set<std::string> removed_;
  Changes changes_;
};

AuditEvent event_of(const PutTask& task) {
  const auto collection = collection_of(task.record);
  return {.who = task.caller.who,
          .what = std::string(word(collection)).append(".put"),
          .person = collection == Collection::graduates ? id_of(task.record) : std::string{}};
}

AuditEvent event_of(const RemoveTask& task) {
  return {.who = task.caller.who,
          .what = std::string(word(task.collection)).append(".delete"),
          .person = task.collection == Collection::graduates ? task.id : std::string{}};
}

}  // namespace

// When the commit fails, whatever was accepted is refused with its error. An `unchanged` is refused too: it
// may have been judged by an earlier put of the group.
template <class Group, class Task>
void RecordWriter::run(std::span<Task> tasks) {
  Group group(store_, market_);
  std::vector<Result<WriteOutcome>> outcomes;
  std::vector<AuditEvent> events;
  outcomes.reserve(tasks.size());
  for (auto& task : tasks) {
    auto event = event_of(task);
    outcomes.push_back(group.judge(task));
    if (outcomes.back()) events.push_back(std::move(event));
  }
  const auto committed = commit(group.changes(), std::move(events));
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (!committed && outcomes[i]) outcomes[i] = fail(committed.error());
    tasks[i].done(std::move(outcomes[i]));
  }
}

// Where nothing changes, what was asked for is only noted.
Result<void> RecordWriter::commit(const Changes& changes, std::vector<AuditEvent> events) {
  if (changes.empty()) {
    for (auto& event : events) audit_.note(std::move(event));
    return {};
  }
  const auto batch = audit_.batch(events);
  if (!batch) return fail(batch.error());
  const auto number = store_.commit(changes.entries(), batch->documents);
  if (!number) return fail(number.error());
  market_.apply(changes.mutations(), *number);
  audit_.kept(*batch);
  return {};
}

void RecordWriter::put(std::span<PutTask> tasks) {
  run<PutGroup>(tasks);
}

void RecordWriter::remove(std::span<RemoveTask> tasks) {
  run<RemoveGroup>(tasks);
}

}  // namespace talentmatch
