#include "storage/service/profile_references.hpp"

#include <fmt/format.h>

namespace talentmatch {
namespace {

template <class Table>
Result<void> check(const Table& table, const std::string& id, std::string field, Collection collection) {
  if (table.find(id)) return {};
  return fail({.code = ErrorCode::unknown_reference,
               .field = std::move(field),
               .value = id,
               .detail = std::string(word(collection))});
}

}  // namespace

Result<void> check_references(const Graduate& profile, const Snapshot& snapshot) {
  if (!profile.school.empty()) {
    auto known = check(snapshot.schools(), profile.school, "school", Collection::schools);
    if (!known) return known;
  }
  for (std::size_t i = 0; i < profile.ties.size(); ++i) {
    auto known = check(snapshot.employers(), profile.ties[i].employer, fmt::format("ties[{}].employer", i),
                       Collection::employers);
    if (!known) return known;
  }
  return {};
}

Result<void> check_references(const Posting& profile, const Snapshot& snapshot) {
  auto known = check(snapshot.employers(), profile.employer, "employer", Collection::employers);
  if (!known || !profile.school) return known;
  return check(snapshot.schools(), *profile.school, "school", Collection::schools);
}

}  // namespace talentmatch
