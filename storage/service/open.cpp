#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "storage/catalog/load_catalog.hpp"
#include "storage/service/load.hpp"
#include "storage/service/on_writer.hpp"
#include "storage/service/parts.hpp"
#include "storage/service/unfinished_erasure.hpp"

namespace talentmatch {
namespace {

Date today_in_china() {
  using namespace std::chrono;
  const auto now = system_clock::now() + hours(8);
  return {static_cast<std::int32_t>(floor<days>(now).time_since_epoch().count())};
}

// Every stored value has just been read with this catalogue.
Result<void> note_catalog(Store& store, const Catalog& catalog) {
  const auto noted = store.catalog_version();
  if (!noted) return fail(noted.error());
  if (*noted == catalog.version()) return {};
  return store.set_catalog_version(catalog.version());
}

// Before anything else writes, and before anybody is answered. On a full disk it must wait for the next
// opening or erasure: that is no reason to answer nobody, and the figures tell of it.
void resume_erasure(Store& store) {
  if (has_unfinished_erasure(store).value_or(false)) (void)finish_erasure(store);
}

}  // namespace

Service::Parts::Parts(std::shared_ptr<const Catalog> loaded_catalog, std::unique_ptr<Store> open_store,
                      std::unique_ptr<Market> filled_market, std::unique_ptr<AuditLog> audit_log,
                      const ServiceOptions& options, unsigned threads)
    : catalog(std::move(loaded_catalog)),
      store(std::move(open_store)),
      market(std::move(filled_market)),
      answers(options.today ? options.today : today_in_china),
      import_arena(static_cast<int>(threads) + 1, 2, tbb::task_arena::priority::low),
      clock(market->snapshot()->commit(), system_seconds()),
      queue(options.queue),
      maintenance(*market, queue),
      audit(std::move(audit_log)),
      audit_flush(*audit, *store, *market, queue),
      writer(queue, RecordWriter(*store, *market, *audit),
             [this] {
               maintenance.notice();
               clock.notice(market->snapshot()->commit(), system_seconds());
             }),
      backups(options.backups.empty() ? options.data / "backups" : options.backups),
      retention(options.retention) {}

Result<std::unique_ptr<Service>> Service::open(ServiceOptions options) {
  const unsigned threads =
      options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  auto catalog = load_catalog(options.catalog);
  if (!catalog) return fail(std::move(catalog.error()));
  auto store = Store::open(options.data, options.store);
  if (!store) return fail(std::move(store.error()));
  resume_erasure(**store);
  auto market = std::make_unique<Market>(*catalog);
  const auto loaded =
      load(**store, **catalog, *market, {.threads = threads, .progress = std::move(options.progress)});
  if (!loaded) return fail(loaded.error());
  if (auto noted = note_catalog(**store, **catalog); !noted) return fail(std::move(noted.error()));
  auto audit = AuditLog::open(**store, system_seconds);
  if (!audit) return fail(std::move(audit.error()));
  auto parts = std::make_unique<Parts>(std::move(*catalog), std::move(*store), std::move(market),
                                       *std::move(audit), options, threads);
  auto placements = PlacementRuns::open({.catalog = *parts->catalog,
                                         .store = *parts->store,
                                         .market = *parts->market,
                                         .queue = parts->queue,
                                         .audit = *parts->audit,
                                         .parsers = parts->parsers,
                                         .rankers = parts->answers.rankers(),
                                         .today = options.today ? options.today : today_in_china,
                                         .request_bytes = options.placement_bytes,
                                         .threads = static_cast<int>(threads)});
  if (!placements) return fail(std::move(placements.error()));
  parts->placements = *std::move(placements);
  auto keys = KeyRing::open(*parts->store, *parts->audit,
                            [&queue = parts->queue](std::function<Result<void>()> work) {
                              return on_writer(queue, std::move(work));
                            });
  if (!keys) return fail(std::move(keys.error()));
  parts->keys = *std::move(keys);
  return std::unique_ptr<Service>(new Service(std::move(parts)));
}

}  // namespace talentmatch
