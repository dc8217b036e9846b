#include "storage/codec/counterfactual_json.hpp"

#include <algorithm>
#include <vector>

#include "engine/ranking/counterfactual_text.hpp"
#include "storage/codec/answer_parts.hpp"
#include "storage/codec/json_text.hpp"

namespace talentmatch {
namespace {

constexpr std::array kLevelsOfRank{Level::secondary, Level::junior_college, Level::bachelor, Level::master,
                                   Level::doctor};

bool has_effect(const Counterfactual& counterfactual, const Counterfactuals& all) {
  return counterfactual.opens != 0 || counterfactual.kth_score != all.kth_score;
}

// Those that open most first, then as they lie.
std::vector<const Counterfactual*> with_effect(const Counterfactuals& all) {
  std::vector<const Counterfactual*> list;
  for (const Counterfactual& change : all.changes) {
    if (has_effect(change, all)) list.push_back(&change);
  }
  std::ranges::sort(list, [](const Counterfactual* a, const Counterfactual* b) {
    return a->opens != b->opens ? a->opens > b->opens : a < b;
  });
  return list;
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
  out.append(",\"").append(name).append("\":");
  append_text(out, value);
}

void append_score(std::string& out, std::string_view name, std::optional<std::int32_t> score) {
  out.append(",\"").append(name).append("\":");
  if (score) {
    append_number(out, *score);
  } else {
    out += "null";
  }
}

void append_change(std::string& out, const Change& change, const Catalog& catalog) {
  out += "{\"change\":";
  append_text(out, word(change.kind));
  switch (change.kind) {
    case ChangeKind::certificate:
    case ChangeKind::certificate_dropped:
    case ChangeKind::certificate_lower:
      append_member(out, "certificate", catalog.id_of(change.certificate));
      append_member(out, "level", words<CertificateLevel>[change.level - 1U]);
      break;
    case ChangeKind::kind:
      append_member(out, "kind", word(change.posting_kind));
      break;
    case ChangeKind::min_level:
      append_member(out, "level", word(kLevelsOfRank[change.level - 1U]));
      break;
    default:
      break;  // the change says it all
  }
}

void append_effect(std::string& out, const Counterfactual& counterfactual, const CounterfactualAnswer& answer,
                   const Catalog& catalog, Language language) {
  const auto before = answer.counterfactuals.kth_score;
  append_change(out, counterfactual.change, catalog);
  out += ",\"opens\":";
  append_number(out, counterfactual.opens);
  append_score(out, "kth_score_before", before);
  append_score(out, "kth_score_after", counterfactual.kth_score);
  append_member(out, "text", counterfactual_text(counterfactual, before, answer.k, catalog, language));
  out += '}';
}

}  // namespace

void append_counterfactuals(std::string& out, const CounterfactualAnswer& answer, const Catalog& catalog,
                            Language language) {
  const auto changes = with_effect(answer.counterfactuals);
  out += "{\"version\":";
  append_text(out, answer.version);
  out += ",\"as_of\":";
  append_day(out, answer.as_of);
  append_member(out, answer.side == Side::postings ? "graduate" : "posting", answer.id);
  out += ',';
  append_mode(out, answer.perspective, answer.weights);
  out += ",\"k\":";
  append_number(out, answer.k);
  out += ",\"changes\":";
  append_list(out, changes, [&](const Counterfactual* counterfactual) {
    append_effect(out, *counterfactual, answer, catalog, language);
  });
  out += ",\"without_effect\":";
  append_number(out, answer.counterfactuals.changes.size() - changes.size());
  if (!answer.gates.empty()) {
    out += ',';
    append_gates(out, answer.gates);
  }
  out += '}';
}

}  // namespace talentmatch
