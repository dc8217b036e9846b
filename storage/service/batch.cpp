#include <utility>
#include <vector>

#include <tbb/parallel_for.h>

#include "storage/codec/answer_json.hpp"
#include "storage/service/answers.hpp"

namespace talentmatch {
namespace {

// A graduate's profile is nobody's record, but may bring another school's ties; a posting's profile asks for
// graduates.
Result<void> check_item_reach(const BatchItem& item, Side side, const Snapshot& snapshot,
                              const Reach* reach) {
  if (reach == nullptr) return {};
  if (const auto* profile = std::get_if<Graduate>(&item.asked)) {
    if (profile->school.empty() || owns(*reach, *profile)) return {};
    return fail({.code = ErrorCode::forbidden, .field = "profile.school", .value = profile->school});
  }
  const auto* id = std::get_if<std::string>(&item.asked);
  if (id == nullptr) return fail({.code = ErrorCode::forbidden, .field = "profile"});
  const bool postings = side == Side::postings;
  const auto collection = postings ? Collection::graduates : Collection::postings;
  if (standing(*reach, snapshot, collection, *id) != Standing::foreign) return {};
  return fail({.code = ErrorCode::forbidden, .field = postings ? "graduate" : "posting", .value = *id});
}

}  // namespace

Result<void> Answers::answer(const Snapshot& snapshot, Side side, BatchItem item, std::string& out) {
  if (const auto* profile = std::get_if<Graduate>(&item.asked)) {
    return recommend(snapshot, *profile, std::move(item.request), item.notices, out);
  }
  if (const auto* profile = std::get_if<Posting>(&item.asked)) {
    return candidates(snapshot, *profile, std::move(item.request), item.notices, out);
  }
  const auto& id = std::get<std::string>(item.asked);
  if (side == Side::postings) return recommend(snapshot, id, std::move(item.request), out);
  return candidates(snapshot, id, std::move(item.request), out);
}

std::string Answers::answer_item(const Snapshot& snapshot, Side side, const BatchBody& body,
                                 std::size_t index, const BatchTerms& terms) {
  std::string out;
  auto item = body.item(index);
  if (!item) {
    append_error(out, item.error(), terms.language);
    return out;
  }
  const auto language = item->request.language;
  auto answered = check_item_reach(*item, side, snapshot, terms.reach);
  if (answered) answered = answer(snapshot, side, std::move(*item), out);
  if (!answered) append_error(out, answered.error(), language);
  return out;
}

void Answers::batch(const Snapshot& snapshot, Side side, const BatchBody& body, const BatchTerms& terms,
                    std::string& out) {
  std::vector<std::string> answers(body.size());
  tbb::parallel_for(std::size_t{0}, answers.size(),
                    [&](std::size_t i) { answers[i] = answer_item(snapshot, side, body, i, terms); });
  out += "{\"items\":[";
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (i != 0) out += ',';
    out += answers[i];
  }
  out += "]}";
}

}  // namespace talentmatch
