#include "engine/ranking/counterfactual.hpp"
#include "storage/codec/counterfactual_json.hpp"
#include "storage/service/answers.hpp"
#include "storage/service/gate_texts.hpp"

namespace talentmatch {
namespace {

void append(std::string& out, const Snapshot& snapshot, Side side, std::string_view id,
            const RankRequest& request, const Counterfactuals& counterfactuals,
            std::span<const FailedGate> gates) {
  const RankOptions& options = request.options;
  append_counterfactuals(out,
                         {.version = snapshot.version(),
                          .as_of = options.as_of,
                          .side = side,
                          .id = id,
                          .perspective = options.perspective,
                          .weights = options.weights,
                          .k = options.k,
                          .counterfactuals = counterfactuals,
                          .gates = gates},
                         snapshot.catalog(), request.language);
}

}  // namespace

Result<void> Answers::gaps(const Snapshot& snapshot, std::string_view graduate, RankRequest request,
                           std::string& out) {
  const auto ref = snapshot.find_graduate(graduate);
  if (!ref) return fail({.code = ErrorCode::not_found, .field = "graduate", .value = std::string(graduate)});
  set_day(request);
  const auto facts = snapshot.graduate(*ref);
  const auto found = talentmatch::gaps(snapshot, facts, request.options, *rankers_.borrow());
  const auto gates = gate_texts(found.own_gates, snapshot, &facts, nullptr, request);
  append(out, snapshot, Side::postings, facts.id, request, found, gates);
  return {};
}

Result<void> Answers::relaxations(const Snapshot& snapshot, std::string_view posting, RankRequest request,
                                  std::string& out) {
  const auto ref = snapshot.find_posting(posting);
  if (!ref) return fail({.code = ErrorCode::not_found, .field = "posting", .value = std::string(posting)});
  set_day(request);
  const auto facts = snapshot.posting(*ref);
  const auto found = talentmatch::relaxations(snapshot, facts, request.options, *rankers_.borrow());
  const auto gates = gate_texts(found.own_gates, snapshot, nullptr, &facts, request);
  append(out, snapshot, Side::graduates, facts.id, request, found, gates);
  return {};
}

}  // namespace talentmatch
