#include "server/resources/transfers.hpp"

#include "server/resources/parameters.hpp"

namespace talentmatch {

namespace {

Result<ImportOptions> import_options(const Call& call) {
  if (auto known = expect_only(call.query, {"mode", "results"}); !known) return fail(known.error());
  const auto mode = choice(call.query, "mode", {"upsert", "replace"});
  if (!mode) return fail(mode.error());
  const auto shown = choice(call.query, "results", {"all", "errors"});
  if (!shown) return fail(shown.error());
  ImportOptions options;
  options.mode = static_cast<ImportMode>(*mode);
  options.errors_only = *shown == 1;
  options.language = call.language;
  options.caller = call.caller;
  return options;
}

}  // namespace

Result<void> import_records(const Call& call, const Ends& ends) {
  auto options = import_options(call);
  if (!options) return fail(options.error());
  options->cancel = ends.cancel;
  options->reach = call.reach;
  const auto totals = call.service->import(call.collection, *options, ends.source, ends.sink);
  if (!totals) return fail(totals.error());
  return {};
}

Result<void> export_records(const Call& call, const Ends& ends) {
  if (auto known = expect_only(call.query, {}); !known) return known;
  const auto count = call.service->export_all(call.collection, ends.sink, call.reach);
  if (!count) return fail(count.error());
  return {};
}

}  // namespace talentmatch
