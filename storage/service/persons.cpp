// What a person may ask for of their own data.

#include "storage/audit/audit_reader.hpp"
#include "storage/codec/text_form.hpp"
#include "storage/service/on_writer.hpp"
#include "storage/service/parts.hpp"
#include "storage/service/unfinished_erasure.hpp"

namespace talentmatch {
namespace {

Result<void> append_audit(const Store& store, std::string_view graduate, std::string& out) {
  out += ",\"audit\":[";
  const auto listed = list_audit_log(store, {.person = std::string(graduate)}, [&](const AuditEntry& entry) {
    if (out.back() != '[') out += ',';
    out += text_of(entry);
  });
  out += ']';
  return listed;
}

}  // namespace

Result<void> Service::person_data(std::string_view graduate, std::string& out) const {
  const auto record = parts_->store->get(Collection::graduates, graduate);
  if (!record && record.error().code != ErrorCode::not_found) return fail(record.error());
  std::string rest;
  if (auto told = parts_->placements->append_person(graduate, rest); !told) return told;
  if (auto told = append_audit(*parts_->store, graduate, rest); !told) return told;
  constexpr std::string_view kNothing = R"("placements":[],"runs":[],"audit":[])";
  if (!record && rest == kNothing) {
    return fail({.code = ErrorCode::not_found, .field = "id", .value = shortened(graduate)});
  }
  out.append("{\"graduate\":").append(record ? *record : "null").append(",").append(rest).append("}");
  return {};
}

Result<Erasure> Service::erase_person(std::string_view graduate, const Caller& caller) {
  if (!is_id(graduate)) {
    return fail({.code = ErrorCode::invalid_id, .field = "id", .detail = std::string(kIdForm)});
  }
  const std::unique_lock lock(parts_->erasing, std::try_to_lock);
  if (!lock) return fail({.code = ErrorCode::busy});
  Store& store = *parts_->store;
  // What makes it impossible now must be known before the commit, which cannot be taken back.
  const auto purge = store.begin_purge();
  if (!purge) return fail(purge.error());
  const auto unfinished = has_unfinished_erasure(store);
  if (!unfinished) return fail(unfinished.error());
  auto erased = parts_->placements->erase(graduate, caller);
  if (!erased) return erased;
  if (auto purged = *unfinished ? purge->all() : purge->graduate(graduate); !purged)
    return fail(std::move(purged.error()));
  auto finished = on_writer(parts_->queue, [&] { return note_erasure_finished(store); });
  if (!finished) return fail(std::move(finished.error()));
  return erased;
}

}  // namespace talentmatch
