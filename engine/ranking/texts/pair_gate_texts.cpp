#include <algorithm>

#include "engine/ranking/evaluation.hpp"
#include "engine/ranking/texts/gate_texts.hpp"
#include "engine/ranking/texts/wording.hpp"

namespace talentmatch::texts {
namespace {

std::string accepted_kinds(const GraduateFacts& graduate, Language language) {
  std::vector<std::string> names;
  for (const auto kind : {PostingKind::job, PostingKind::internship, PostingKind::order_class}) {
    if ((graduate.kinds & kind_bit(kind)) != 0) names.emplace_back(kind_name(kind, language));
  }
  return listed(names, language);
}

std::string lacking(const Pair& pair, const CertificateLevelPair& asked, int held, Language language) {
  const auto name = pair.snapshot.catalog().name_of(asked.certificate);
  const auto level = certificate_level_name(asked.level, language);
  if (held == 0) return say(language, "{} ({}, not held)", "{}（{}，未持有）", name, level);
  return say(language, "{} ({}, only {} held)", "{}（{}，仅持有{}）", name, level,
             certificate_level_name(held, language));
}

std::vector<std::string> wish_names(const Pair& pair) {
  std::vector<std::string> names;
  for (const RegionId wish : pair.graduate.wishes)
    names.push_back(pair.snapshot.catalog().full_name_of(wish));
  return names;
}

}  // namespace

std::string kind_gate_text(const Pair& pair, Language language) {
  return say(language, "The posting is {}; the graduate accepts {} only.", "该岗位是{}，毕业生只接受{}。",
             kind_name(pair.posting.kind, language), accepted_kinds(pair.graduate, language));
}

std::string level_gate_text(const Pair& pair, Language language) {
  return level_text(pair, language);
}

std::string fresh_gate_text(const Pair& pair, Language language) {
  const int year = year_of(pair.as_of);
  if (pair.posting.fresh == FreshGraduates::only) {
    return say(language, "The posting is for graduates of {} or later only; the graduate's year is {}.",
               "岗位只招{}届及以后的应届毕业生，毕业生为{}届。", year, pair.graduate.year);
  }
  return say(language, "The posting takes no graduates of {} or later; the graduate's year is {}.",
             "岗位不招{}届及以后的应届毕业生，毕业生为{}届。", year, pair.graduate.year);
}

std::string certificate_gate_text(const Pair& pair, Language language) {
  std::vector<std::string> items;
  for (const auto& asked : pair.posting.required) {
    const int held = held_level(pair.graduate.certificates, asked.certificate, pair.as_of);
    if (held < asked.level) items.push_back(lacking(pair, asked, held, language));
  }
  return say(language, "Required certificates are lacking: {}.", "缺少岗位必需的证书：{}。",
             listed(items, language));
}

std::string region_gate_text(const Pair& pair, Language language) {
  return say(language, "The graduate accepts only the wished regions ({1}); {0} lies in none of them.",
             "毕业生只接受意向地区（{1}），工作地点{0}不在其中。",
             pair.snapshot.catalog().full_name_of(pair.posting.region), listed(wish_names(pair), language));
}

std::string tie_gate_text(const Pair& pair, Language language) {
  if (pair.posting.school == kNoSlot) {
    return say(language, "The order class names no school known here.", "该订单班未指明合作学校。");
  }
  return say(language, "The order class is for students of {} only.", "该订单班只面向{}的学生。",
             school_name(pair.snapshot, pair.posting.school));
}

}  // namespace talentmatch::texts
