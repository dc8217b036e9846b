#include "engine/ranking/texts/gate_texts.hpp"
#include "engine/ranking/texts/wording.hpp"

namespace talentmatch::texts {

std::string closed_text(const PostingFacts& posting, Date as_of, Language language) {
  if (!posting.open) return say(language, "The posting is closed.", "岗位已关闭。");
  if (posting.closes < as_of) {
    return say(language, "The posting closed on {}.", "岗位已于{}截止。", format_date(posting.closes));
  }
  if (posting.posted > as_of) {
    return say(language, "The posting opens on {}.", "岗位自{}起发布。", format_date(posting.posted));
  }
  return say(language, "All seats are taken ({} of {}).", "岗位名额已满（已录用{}人，共{}人）。",
             posting.taken, posting.headcount);
}

std::string inactive_text(const Snapshot& snapshot, const PostingFacts& posting, Language language) {
  return say(language, "The employer {} is suspended.", "用人单位{}已被暂停。",
             employer_name(snapshot, posting.employer));
}

std::string unavailable_text(Language language) {
  return say(language, "The graduate is not looking for a position or takes no recommendations.",
             "毕业生当前未在求职或不接受推荐。");
}

}  // namespace talentmatch::texts
