#include "server/resources/persons.hpp"

#include "server/resources/parameters.hpp"
#include "storage/codec/erasure_json.hpp"

namespace talentmatch {

Result<void> get_person_data(const Call& call, const Ends& ends) {
  if (auto known = expect_only(call.query, {}); !known) return known;
  std::string out;
  if (auto told = call.service->person_data(call.id, out); !told) return told;
  return ends.sink(out) ? Result<void>{} : fail({.code = ErrorCode::stopping});
}

Result<void> delete_person_data(const Call& call, const Ends& ends) {
  if (auto known = expect_only(call.query, {}); !known) return known;
  const auto erased = call.service->erase_person(call.id, call.caller);
  if (!erased) return fail(erased.error());
  std::string out;
  append_erasure(out, *erased);
  return ends.sink(out) ? Result<void>{} : fail({.code = ErrorCode::stopping});
}

}  // namespace talentmatch
