#include "storage/service/placements/wish_text.hpp"

#include "engine/ranking/texts/wording.hpp"

namespace talentmatch {
namespace {

using texts::say;

std::string open_text(const Cutoff& cutoff, Language language) {
  if (cutoff.open) return say(language, "Open seats are free", "尚有空余名额");
  if (cutoff.shut) return say(language, "No seat was open to all", "没有面向所有人的名额");
  return say(language, "Closed at E = {}, lottery {}", "截止线 E = {}，抽签号 {}", cutoff.employer_view,
             lottery_text(cutoff.lottery));
}

std::string reserved_text(const Cutoff& cutoff, Language language) {
  if (cutoff.open) return say(language, "; reserved seats are free", "；预留名额尚有空余");
  if (cutoff.shut) return say(language, "; no reserved seat was left", "；预留名额已无");
  return say(language, "; reserved seats closed at E = {}, lottery {}", "；预留名额截止线 E = {}，抽签号 {}",
             cutoff.employer_view, lottery_text(cutoff.lottery));
}

bool at_cutoff(const Cutoff& cutoff, std::int32_t employer_view) {
  return !cutoff.open && !cutoff.shut && cutoff.employer_view == employer_view;
}

std::string outranked_text(const ToldWish& wish, Language language) {
  if (!has_cutoffs(wish.posting.order)) {
    return say(language, "All seats went to others in the order of this posting",
               "名额已按该岗位的录取顺序由他人占满");
  }
  const PostingOutcome& seats = wish.posting.outcome;
  std::string text = open_text(seats.open, language);
  text += say(language, "; yours {}, lottery {}", "；本人 {}，抽签号 {}", wish.verdict.employer_view,
              lottery_text(wish.lottery));
  if (seats.reserved > 0) text += reserved_text(seats.reserve, language);
  if (wish.local_first && at_cutoff(seats.open, wish.verdict.employer_view)) {
    text += say(language, "; at equal E local graduates come first", "；同分时本地毕业生优先");
  }
  return text;
}

std::string not_asked_text(PlacementReason reason, Language language) {
  if (reason == PlacementReason::locked) {
    return say(language, "Not asked: placed by hand before the run", "未投递：运行前已由人工安排");
  }
  if (reason == PlacementReason::bound) {
    return say(language, "Not asked: placed with the employer of an enrolment tie before all others",
               "未投递：招生即招工，已先行安排");
  }
  return say(language, "Not asked: a posting that is wanted more was granted", "未投递：已获更靠前的志愿");
}

std::string verdict_text(const ToldWish& wish, Language language) {
  switch (wish.verdict.outcome) {
    case WishOutcome::granted:
      return say(language, "Granted", "已拟录取");
    case WishOutcome::gates:
      return say(language, "Does not pass the gates", "未通过准入条件");
    case WishOutcome::outranked:
      return outranked_text(wish, language);
    case WishOutcome::not_asked:
      return not_asked_text(wish.reason, language);
    case WishOutcome::excluded:
      break;
  }
  return say(language, "Excluded by hand before the run", "运行前已由人工排除");
}

}  // namespace

std::string wish_text(const ToldWish& wish, Language language) {
  std::string text = verdict_text(wish, language);
  if (wish.changed) {
    text += say(language, ". A record has changed since the run; scores are today's",
                "。运行后档案有变动，分数按现有数据计算");
  }
  return text + say(language, ".", "。");
}

}  // namespace talentmatch
