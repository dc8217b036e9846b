#include "engine/placement/outcome.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

Cutoff cutoff_of(Claim limit, const Claims& claims, const Lottery& lottery, bool by_place) {
  if (limit == kAnyClaim) return {};
  if (limit == kNoClaim) return {.open = false, .shut = true};
  const auto order = Claims::order_of(limit);
  return {.open = false,
          .employer_view = static_cast<std::uint16_t>(by_place ? order : 1000 - order),
          .lottery = lottery.numbers[claims.graduate_of(limit)]};
}

}  // namespace

std::vector<PostingOutcome> posting_outcomes(const PlacementSetup& setup, const Claims& claims,
                                             std::span<const Assignment> assignments,
                                             std::span<const ClaimLimits> limits) {
  std::vector<PostingOutcome> outcomes(setup.terms.size());
  for (std::uint32_t g = 0; g < assignments.size(); ++g) {
    if (assignments[g].posting == kUnplaced) continue;
    PostingOutcome& outcome = outcomes[assignments[g].posting];
    ++outcome.filled;
    if (!setup.members.empty() && setup.members[g] != 0) ++outcome.filled_reserved;
  }
  for (std::uint32_t p = 0; p < outcomes.size(); ++p) {
    PostingOutcome& outcome = outcomes[p];
    outcome.seats = setup.terms[p].seats;
    outcome.reserved = setup.terms[p].reserved;
    outcome.filled_reserved = std::min(outcome.filled_reserved, outcome.reserved);
    const auto on_open = outcome.filled - outcome.filled_reserved;
    outcome.released = std::max(0, on_open - (outcome.seats - outcome.reserved));
    const bool by_place = !setup.listed.empty() && setup.listed[p] != 0;
    outcome.open = cutoff_of(limits[p].open, claims, setup.lottery, by_place);
    outcome.reserve = cutoff_of(limits[p].member, claims, setup.lottery, by_place);
  }
  return outcomes;
}

std::uint64_t hash_of(const Field& field, std::span<const Assignment> assignments) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;  // FNV-1a
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    hash = (hash ^ '\n') * 1'099'511'628'211U;
  };
  for (std::uint32_t g = 0; g < assignments.size(); ++g) {
    add(field.graduate_id(g));
    add(assignments[g].posting == kUnplaced ? std::string_view{} : field.posting_id(assignments[g].posting));
  }
  return hash;
}

}  // namespace talentmatch
