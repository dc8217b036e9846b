#include "storage/service/answers.hpp"

#include "engine/market/encode.hpp"
#include "storage/service/profile_references.hpp"
#include "storage/service/ranking_answer.hpp"

namespace talentmatch {

void Answers::set_day(RankRequest& request) const {
  if (!request.asked_as_of && !request.cursor_as_of) request.options.as_of = today_();
}

Result<void> Answers::recommend(const Snapshot& snapshot, std::string_view graduate, RankRequest request,
                                std::string& out) {
  const auto ref = snapshot.find_graduate(graduate);
  if (!ref) return fail({.code = ErrorCode::not_found, .field = "graduate", .value = std::string(graduate)});
  set_day(request);
  const auto facts = snapshot.graduate(*ref);
  const auto ranking = rankers_.borrow()->rank(snapshot, facts, request.options);
  append_ranking(out, snapshot, facts, request, ranking, {});
  return {};
}

Result<void> Answers::recommend(const Snapshot& snapshot, const Graduate& profile, RankRequest request,
                                Notices notices, std::string& out) {
  if (auto known = check_references(profile, snapshot); !known) return known;
  set_day(request);
  const EncodedGraduate encoded(profile, snapshot.employers(), snapshot.schools());
  const auto ranking = rankers_.borrow()->rank(snapshot, encoded.facts(), request.options);
  append_ranking(out, snapshot, encoded.facts(), request, ranking, notices);
  return {};
}

Result<void> Answers::candidates(const Snapshot& snapshot, std::string_view posting, RankRequest request,
                                 std::string& out) {
  const auto ref = snapshot.find_posting(posting);
  if (!ref) return fail({.code = ErrorCode::not_found, .field = "posting", .value = std::string(posting)});
  set_day(request);
  const auto facts = snapshot.posting(*ref);
  const auto ranking = rankers_.borrow()->rank(snapshot, facts, request.options);
  append_ranking(out, snapshot, facts, request, ranking, {});
  return {};
}

Result<void> Answers::candidates(const Snapshot& snapshot, const Posting& profile, RankRequest request,
                                 Notices notices, std::string& out) {
  if (auto known = check_references(profile, snapshot); !known) return known;
  set_day(request);
  const EncodedPosting encoded(profile, snapshot.employers(), snapshot.schools());
  const auto ranking = rankers_.borrow()->rank(snapshot, encoded.facts(), request.options);
  append_ranking(out, snapshot, encoded.facts(), request, ranking, notices);
  return {};
}

}  // namespace talentmatch
