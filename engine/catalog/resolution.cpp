#include "engine/catalog/resolution.hpp"

namespace talentmatch {

Result<Found> resolve_retired(std::string_view code, const RetiredCodes& retired,
                              const Vocabulary& vocabulary, ErrorCode unknown) {
  const auto successors = retired.find(code);
  if (!successors) {
    return fail({.code = unknown, .value = excerpt(code), .suggestions = suggest(code, vocabulary)});
  }
  if (successors->size() == 1) return Found{successors->front(), true};
  Error error{.code = ErrorCode::retired_code, .value = excerpt(code)};
  for (const auto position : *successors) {
    error.suggestions.push_back(labelled(vocabulary.codes[position], vocabulary.labels[position]));
  }
  return fail(std::move(error));
}

}  // namespace talentmatch
