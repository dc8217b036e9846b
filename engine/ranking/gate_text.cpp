#include "engine/ranking/explanation.hpp"
#include "engine/ranking/texts/gate_texts.hpp"

namespace talentmatch {
namespace {

std::string pair_gate_text(Gate gate, const texts::Pair& pair, Language language) {
  switch (gate) {
    case Gate::kind:
      return texts::kind_gate_text(pair, language);
    case Gate::level:
      return texts::level_gate_text(pair, language);
    case Gate::fresh:
      return texts::fresh_gate_text(pair, language);
    case Gate::certificate:
      return texts::certificate_gate_text(pair, language);
    case Gate::major:
      return texts::major_gate_text(pair, language);
    case Gate::region:
      return texts::region_gate_text(pair, language);
    case Gate::tie_only:
      return texts::tie_gate_text(pair, language);
    default:
      return {};
  }
}

}  // namespace

std::string gate_text(Gate gate, const Snapshot& snapshot, const GraduateFacts* graduate,
                      const PostingFacts* posting, Date as_of, Language language) {
  if (gate == Gate::graduate_unavailable) return texts::unavailable_text(language);
  if (posting == nullptr) return {};
  if (gate == Gate::posting_closed) return texts::closed_text(*posting, as_of, language);
  if (gate == Gate::employer_inactive) return texts::inactive_text(snapshot, *posting, language);
  if (graduate == nullptr) return {};
  return pair_gate_text(gate, {snapshot, *graduate, *posting, as_of}, language);
}

}  // namespace talentmatch
