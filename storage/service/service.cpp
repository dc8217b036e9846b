#include "storage/service/service.hpp"

#include <future>
#include <utility>

#include "storage/codec/answer_json.hpp"
#include "storage/keys/reach.hpp"
#include "storage/service/etag.hpp"
#include "storage/service/import_run.hpp"
#include "storage/service/parts.hpp"
#include "storage/service/put_task.hpp"
#include "storage/service/rank_lines.hpp"
#include "storage/service/unfinished_erasure.hpp"

namespace talentmatch {
namespace {

// Starts an asynchronous write and waits for its outcome.
template <class Start>
Result<WriteOutcome> outcome_of(Start start) {
  const auto outcome = std::make_shared<std::promise<Result<WriteOutcome>>>();
  auto future = outcome->get_future();
  start([outcome](Result<WriteOutcome> result) { outcome->set_value(std::move(result)); });
  return future.get();
}

}  // namespace

Service::Service(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Service::~Service() = default;

const Catalog& Service::catalog() const {
  return *parts_->catalog;
}

std::shared_ptr<const Snapshot> Service::snapshot() const {
  return parts_->market->snapshot();
}

// ---- records

Result<StoredRecord> Service::get(Collection collection, std::string_view id) const {
  auto json = parts_->store->get(collection, id);
  if (!json) {
    json.error().value = id;
    return fail(std::move(json.error()));
  }
  auto etag = etag_of(*json);
  return StoredRecord{.json = std::move(*json), .etag = std::move(etag)};
}

void Service::put_async(Collection collection, std::string_view id, std::string_view json,
                        const Precondition& precondition, const WriteCallback& done, const Caller& caller) {
  auto parsed = parse_put(*parts_->parsers.borrow(), collection, id, json, catalog());
  if (!parsed) return done(fail(std::move(parsed.error())));
  auto task = make_put_task(std::move(*parsed), catalog());
  task.precondition = precondition;
  task.done = done;
  task.caller = caller;
  if (auto pushed = parts_->queue.push(std::move(task)); !pushed) done(fail(std::move(pushed.error())));
}

void Service::remove_async(Collection collection, std::string_view id, const Precondition& precondition,
                           const WriteCallback& done, const Caller& caller) {
  RemoveTask task{.collection = collection,
                  .id = std::string(id),
                  .precondition = precondition,
                  .done = done,
                  .caller = caller};
  if (auto pushed = parts_->queue.push(std::move(task)); !pushed) done(fail(std::move(pushed.error())));
}

Result<WriteOutcome> Service::put(Collection collection, std::string_view id, std::string_view json,
                                  const Precondition& precondition, const Caller& caller) {
  return outcome_of(
      [&](const WriteCallback& done) { put_async(collection, id, json, precondition, done, caller); });
}

Result<WriteOutcome> Service::remove(Collection collection, std::string_view id,
                                     const Precondition& precondition, const Caller& caller) {
  return outcome_of(
      [&](const WriteCallback& done) { remove_async(collection, id, precondition, done, caller); });
}

Result<ImportTotals> Service::import(Collection collection, const ImportOptions& options,
                                     const ByteSource& source, const ByteSink& sink) {
  if (options.reach != nullptr && options.mode == ImportMode::replace) {
    return fail({.code = ErrorCode::forbidden, .field = "mode", .value = "replace"});
  }
  const Maintenance::Restraint restraint(parts_->maintenance);
  const auto tools = parts_->import_tools(options.reach);
  const auto run = [&](auto& target) {
    std::uint64_t lines = 0;
    auto counted = options;
    counted.progress = [&](std::uint64_t done) {
      lines = done;
      if (options.progress) options.progress(done);
    };
    auto totals = ImportRun(target, counted, sink, parts_->queue, tools).run(collection, source);
    note(
        {.who = options.caller.who, .what = std::string(word(collection)).append(".import"), .count = lines});
    return totals;
  };
  if (options.mode == ImportMode::upsert) {
    UpsertImport upsert(*parts_->store, *parts_->market, tools);
    return run(upsert);
  }
  auto staging = parts_->store->stage(collection);
  if (!staging) return fail(std::move(staging.error()));
  ReplaceImport replace(*parts_->store, *parts_->market, std::move(*staging), tools);
  return run(replace);
}

Result<std::uint64_t> Service::export_all(Collection collection, const ByteSink& sink,
                                          const Reach* reach) const {
  constexpr std::size_t kBufferBytes = std::size_t{256} << 10U;
  auto scan = parts_->store->scan(collection);
  const auto now = snapshot();
  std::string buffer;
  std::uint64_t count = 0;
  while (scan.next()) {
    if (reach != nullptr && standing(*reach, *now, collection, scan.id()) != Standing::own) continue;
    ++count;
    buffer.append(scan.value()).push_back('\n');
    if (buffer.size() < kBufferBytes) continue;
    if (!sink(buffer)) return fail({.code = ErrorCode::stopping});
    buffer.clear();
  }
  if (auto good = scan.check(); !good) return fail(std::move(good.error()));
  if (!buffer.empty() && !sink(buffer)) return fail({.code = ErrorCode::stopping});
  return count;
}

// ---- answers

Moment Service::moment() const {
  return {.commit = snapshot()->commit(), .today = parts_->answers.today()};
}

Result<void> Service::recommend(std::string_view graduate, const RankRequest& request,
                                std::string& out) const {
  return parts_->answers.recommend(*snapshot(), graduate, request, out);
}

Result<void> Service::recommend(const Graduate& profile, const RankRequest& request, std::string& out,
                                std::span<const Replacement> notices) const {
  return parts_->answers.recommend(*snapshot(), profile, request, notices, out);
}

Result<void> Service::candidates(std::string_view posting, const RankRequest& request,
                                 std::string& out) const {
  return parts_->answers.candidates(*snapshot(), posting, request, out);
}

Result<void> Service::candidates(const Posting& profile, const RankRequest& request, std::string& out,
                                 std::span<const Replacement> notices) const {
  return parts_->answers.candidates(*snapshot(), profile, request, notices, out);
}

Result<void> Service::batch(Side side, std::string_view body, const RankRequest& defaults, std::string& out,
                            const Reach* reach) const {
  const auto parsed = BatchBody::parse(side, body, defaults, catalog());
  if (!parsed) return fail(parsed.error());
  parts_->answers.batch(*snapshot(), side, *parsed, {.language = defaults.language, .reach = reach}, out);
  return {};
}

Result<void> Service::explain(std::string_view graduate, std::string_view posting, const RankRequest& request,
                              std::string& out) const {
  return parts_->answers.explain(*snapshot(), graduate, posting, request, out);
}

Result<void> Service::gaps(std::string_view graduate, const RankRequest& request, std::string& out) const {
  return parts_->answers.gaps(*snapshot(), graduate, request, out);
}

Result<void> Service::relaxations(std::string_view posting, const RankRequest& request,
                                  std::string& out) const {
  return parts_->answers.relaxations(*snapshot(), posting, request, out);
}

Result<std::uint64_t> Service::rank_all(Side side, const RankRequest& request, const ByteSink& sink,
                                        const LinesDone& progress) const {
  if (request.options.after) {
    return fail({.code = ErrorCode::invalid_option, .field = "cursor", .detail = "not for all at once"});
  }
  auto dated = request;
  parts_->answers.set_day(dated);
  return rank_lines(*snapshot(), side, dated, sink, progress);
}

KeyRing& Service::keys() const {
  return *parts_->keys;
}

PlacementRuns& Service::placements() const {
  return *parts_->placements;
}

ServiceFigures Service::figures() const {
  const auto now = snapshot();
  return {.version = now->version(),
          .changed = parts_->clock.changed(),
          .counts = now->counts(),
          .graduate_segments = now->graduates().size(),
          .posting_segments = now->postings().size(),
          .writes_waiting = parts_->queue.size(),
          .imports_running = parts_->imports.running(),
          .import_lines = parts_->imports.lines(),
          .erasure_unfinished = has_unfinished_erasure(*parts_->store).value_or(false),
          .runs = parts_->placements->figures(),
          .store = parts_->store->figures()};
}

void Service::stats(std::string& out) const {
  const auto now = snapshot();
  append_stats(out, now->version(), now->counts());
}

}  // namespace talentmatch
