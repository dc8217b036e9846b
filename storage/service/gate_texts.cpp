#include "storage/service/gate_texts.hpp"

namespace talentmatch {

std::vector<FailedGate> gate_texts(GateSet failed, const Snapshot& snapshot, const GraduateFacts* graduate,
                                   const PostingFacts* posting, const RankRequest& request) {
  std::vector<FailedGate> gates;
  for (std::size_t i = 0; i < words<Gate>.size(); ++i) {
    const auto gate = static_cast<Gate>(i);
    if (!failed.has(gate)) continue;
    gates.push_back(
        {.gate = gate,
         .text = gate_text(gate, snapshot, graduate, posting, request.options.as_of, request.language)});
  }
  return gates;
}

}  // namespace talentmatch
