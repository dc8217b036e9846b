#include "storage/service/placements/confirmation.hpp"

#include <unordered_map>

#include <fmt/format.h>

#include "storage/codec/json_text.hpp"
#include "storage/service/changes.hpp"
#include "storage/service/placements/kept_pieces.hpp"
#include "storage/service/placements/seals.hpp"

namespace talentmatch {
namespace {

// The run's own placement of its n-th row.
std::string placement_id(const RunHead& head, std::size_t row) {
  return fmt::format("{}:{}", head.id(), row);
}

// Calls f(row number, row) for every proposal of the run.
template <class F>
Result<void> for_each_proposal(const Store& store, const RunHead& head, F f) {
  return for_each_row(store, head, [&, number = std::size_t{0}](const RunRow& row) mutable -> Result<void> {
    const auto at = number++;
    return row.posting.empty() ? Result<void>{} : f(at, row);
  });
}

Result<Graduate> stored_graduate(const RunPlaces& places, std::string_view id) {
  const auto json = places.store.get(Collection::graduates, id);
  if (!json) return fail(json.error());
  auto parsed = places.parser.parse(Collection::graduates, *json, places.market.snapshot()->catalog());
  if (!parsed) return fail(std::move(parsed.error()));
  return std::get<Graduate>(std::move(parsed->record));
}

// The placement is there and nobody has left it since.
Result<bool> still_stands(const RunPlaces& places, const std::string& id) {
  const auto json = places.store.get(Collection::placements, id);
  if (!json && json.error().code == ErrorCode::not_found) return false;
  if (!json) return fail(json.error());
  const auto parsed = places.parser.parse(Collection::placements, *json, places.market.snapshot()->catalog());
  if (!parsed) return fail(parsed.error());
  return std::get<Placement>(parsed->record).status == PlacementStatus::confirmed;
}

void put(Changes& changes, Record record, const Catalog& catalog) {
  std::string json;
  append_json(json, record, catalog);
  changes.put(std::move(record), std::move(json));
}

class Confirmation {
 public:
  Confirmation(const RunPlaces& places, const RunHead& head)
      : places_(places), head_(head), snapshot_(places.market.snapshot()) {}

  Result<void> take(std::size_t number, const RunRow& row) {
    const auto graduate = snapshot_->find_graduate(row.graduate);
    const auto posting = snapshot_->find_posting(row.posting);
    if (!graduate || seal_of(*snapshot_, snapshot_->graduate(*graduate)) != row.graduate_seal) {
      return refuse(row, "graduate_changed");
    }
    if (!posting || seal_of(*snapshot_, snapshot_->posting(*posting)) != row.posting_seal) {
      return refuse(row, "posting_changed");
    }
    const auto facts = snapshot_->posting(*posting);
    auto& given = given_[std::string(row.posting)];
    if (facts.taken + given >= facts.headcount) return refuse(row, "no_seat");
    ++given;
    ++count_;
    return place(number, row, facts);
  }

  const Changes& changes() const { return changes_; }
  std::string json() const { return fmt::format(R"({{"placements":{},"refused":[{}]}})", count_, refused_); }

 private:
  Result<void> place(std::size_t number, const RunRow& row, const PostingFacts& posting) {
    auto graduate = stored_graduate(places_, row.graduate);
    if (!graduate) return fail(std::move(graduate.error()));
    graduate->status = GraduateStatus::placed;
    put(changes_, *std::move(graduate), snapshot_->catalog());
    Placement placement{.id = placement_id(head_, number),
                        .graduate = std::string(row.graduate),
                        .posting = std::string(row.posting),
                        .employer = snapshot_->employers().id_of(posting.employer),
                        .region = posting.region,
                        .kind = posting.kind,
                        .code = {},
                        .starts = {},
                        .ends = {},
                        .pay = {},
                        .status = PlacementStatus::confirmed,
                        .source = PlacementSource::run};
    put(changes_, std::move(placement), snapshot_->catalog());
    return {};
  }

  Result<void> refuse(const RunRow& row, std::string_view why) {
    fmt::format_to(std::back_inserter(refused_), R"({}{{"graduate":"{}","posting":"{}","reason":"{}"}})",
                   refused_.empty() ? "" : ",", row.graduate, row.posting, why);
    return {};
  }

  const RunPlaces& places_;
  const RunHead& head_;
  std::shared_ptr<const Snapshot> snapshot_;
  std::unordered_map<std::string, std::int32_t> given_;  // seats, by posting
  Changes changes_;
  std::size_t count_ = 0;
  std::string refused_;  // JSON objects
};

Result<RunHead> commit(const RunPlaces& places, const Changes& changes, RunHead head, std::string_view what) {
  const AuditEvent event{.who = places.caller.who, .what = std::string(what), .about = head.id()};
  auto entry = places.audit.batch({&event, 1});
  if (!entry) return fail(std::move(entry.error()));
  entry->documents.push_back(head_document(head));
  const auto number = places.store.commit(changes.entries(), entry->documents);
  if (!number) return fail(number.error());
  places.market.apply(changes.mutations(), *number);
  places.audit.kept(*entry);
  return head;
}

}  // namespace

Result<RunHead> confirm_run(const RunPlaces& places, RunHead head) {
  Confirmation confirmation(places, head);
  const auto taken = for_each_proposal(places.store, head, [&](std::size_t number, const RunRow& row) {
    return confirmation.take(number, row);
  });
  if (!taken) return fail(taken.error());
  head.confirmation = confirmation.json();
  return commit(places, confirmation.changes(), std::move(head), "placements.confirm");
}

Result<RunHead> undo_run(const RunPlaces& places, RunHead head) {
  Changes changes;
  const auto undone =
      for_each_proposal(places.store, head, [&](std::size_t number, const RunRow& row) -> Result<void> {
        const auto id = placement_id(head, number);
        const auto stands = still_stands(places, id);
        if (!stands) return fail(stands.error());
        if (!*stands) return {};
        changes.remove(Collection::placements, id);
        auto graduate = stored_graduate(places, row.graduate);
        if (!graduate) return fail(std::move(graduate.error()));
        if (graduate->status != GraduateStatus::placed) return {};
        graduate->status = std::nullopt;
        put(changes, *std::move(graduate), places.market.snapshot()->catalog());
        return {};
      });
  if (!undone) return fail(undone.error());
  head.confirmation.clear();
  return commit(places, changes, std::move(head), "placements.undo");
}

}  // namespace talentmatch
