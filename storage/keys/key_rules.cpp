#include "storage/keys/key_rules.hpp"

#include <algorithm>
#include <array>

#include "storage/audit/caller.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {
namespace {

Result<void> check_ids(const std::vector<std::string>& ids, std::string_view field) {
  const auto wrong = std::ranges::find_if_not(ids, is_id);
  if (wrong == ids.end()) return {};
  return fail({.code = ErrorCode::invalid_id,
               .field = std::string(field),
               .value = is_utf8(*wrong) ? shortened(*wrong) : std::string(),
               .detail = std::string(kIdForm)});
}

}  // namespace

Result<void> check(const KeySpec& spec) {
  if (auto good = check_ids({spec.id}, "id"); !good) return good;
  if (spec.id == kLocalCaller) return fail({.code = ErrorCode::exists, .field = "id", .value = spec.id});
  if (auto good = check_ids(spec.reach.schools, "schools"); !good) return good;
  if (auto good = check_ids(spec.reach.employers, "employers"); !good) return good;
  if (spec.scopes.empty()) return fail({.code = ErrorCode::missing_field, .field = "scopes"});
  if (!spec.reach.schools.empty() && !spec.reach.employers.empty()) {
    return fail({.code = ErrorCode::invalid_value, .field = "employers", .detail = "schools | employers"});
  }
  for (const Scope scope : {Scope::place, Scope::metrics, Scope::admin}) {
    if (!spec.reach.limited() || !spec.scopes.has(scope)) continue;
    return fail({.code = ErrorCode::invalid_value,
                 .field = "scopes",
                 .value = std::string(word(scope)),
                 .detail = "limited: read, write"});
  }
  return {};
}

}  // namespace talentmatch
