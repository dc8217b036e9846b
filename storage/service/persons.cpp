// What a person may ask for of their own data.

#include "storage/codec/text_form.hpp"
#include "storage/service/parts.hpp"

namespace talentmatch {

Result<void> Service::person_data(std::string_view graduate, std::string& out) const {
  const auto record = parts_->store->get(Collection::graduates, graduate);
  if (!record && record.error().code != ErrorCode::not_found) return fail(record.error());
  std::string rest;
  if (auto told = parts_->placements->append_person(graduate, rest); !told) return told;
  constexpr std::string_view kNothing = R"("placements":[],"runs":[])";
  if (!record && rest == kNothing) {
    return fail({.code = ErrorCode::not_found, .field = "id", .value = shortened(graduate)});
  }
  out.append("{\"graduate\":").append(record ? *record : "null").append(",").append(rest).append("}");
  return {};
}

Result<Erasure> Service::erase_person(std::string_view graduate) {
  if (!is_id(graduate)) {
    return fail({.code = ErrorCode::invalid_id, .field = "id", .detail = std::string(kIdForm)});
  }
  const std::unique_lock lock(parts_->erasing, std::try_to_lock);
  if (!lock) return fail({.code = ErrorCode::busy});
  auto erased = parts_->placements->erase(graduate);
  if (!erased) return erased;
  if (auto purged = parts_->store->purge(graduate); !purged) return fail(std::move(purged.error()));
  return erased;
}

}  // namespace talentmatch
