#include "tests/support/answer_page.hpp"

#include "engine/market/snapshot.hpp"

namespace talentmatch::testing {
namespace {

template <class Describe>
reference::Page page_of(const Ranking& ranking, Perspective perspective, Describe describe) {
  reference::Page page{.gates = gate_list(ranking.own_gates), .more = ranking.more};
  for (const Ranked& ranked : ranking.results) {
    reference::Proposal proposal = describe(ranked.ref);
    proposal.score = ranked.scores.of(perspective);
    proposal.employer_view = ranked.scores.employer_view;
    proposal.graduate_view = ranked.scores.graduate_view;
    page.results.push_back(std::move(proposal));
  }
  return page;
}

}  // namespace

reference::Page recommendation_page(const Snapshot& snapshot, const Ranking& ranking,
                                    Perspective perspective) {
  return page_of(ranking, perspective, [&](RowRef ref) {
    const PostingFacts posting = snapshot.posting(ref);
    return reference::Proposal{.id = std::string{posting.id}, .posted = posting.posted};
  });
}

reference::Page candidate_page(const Snapshot& snapshot, const Ranking& ranking, Perspective perspective) {
  return page_of(ranking, perspective, [&](RowRef ref) {
    return reference::Proposal{.id = std::string{snapshot.graduate(ref).id}};
  });
}

std::vector<Gate> gate_list(GateSet gates) {
  std::vector<Gate> list;
  for (std::size_t i = 0; i < words<Gate>.size(); ++i) {
    if (gates.has(static_cast<Gate>(i))) list.push_back(static_cast<Gate>(i));
  }
  return list;
}

}  // namespace talentmatch::testing

namespace talentmatch::reference {

std::ostream& operator<<(std::ostream& out, const Page& page) {
  for (const Gate gate : page.gates) out << word(gate) << ' ';
  for (const Proposal& p : page.results) {
    out << p.id << '=' << p.score << '(' << p.employer_view << ',' << p.graduate_view << ") ";
  }
  return out << (page.more ? "…" : ".");
}

}  // namespace talentmatch::reference
