#include "engine/ranking/evaluation.hpp"
#include "engine/ranking/texts/component_texts.hpp"
#include "engine/ranking/texts/wording.hpp"

namespace talentmatch::texts {
namespace {

struct Sorted {  // the asked certificates by how they are met
  std::vector<std::string> held;
  std::vector<std::string> below;
  std::vector<std::string> missing;
};

void sort_in(Sorted& sorted, const Pair& pair, const CertificateLevelPair& asked, Language language) {
  const auto name = pair.snapshot.catalog().name_of(asked.certificate);
  const auto level = certificate_level_name(asked.level, language);
  const int held = held_level(pair.graduate.certificates, asked.certificate, pair.as_of);
  if (held >= asked.level) {
    sorted.held.push_back(say(language, "{} ({})", "{}（{}）", name, level));
  } else if (held > 0) {
    sorted.below.push_back(say(language, "{} ({} of {} asked)", "{}（持{}，要求{}）", name,
                               certificate_level_name(held, language), level));
  } else {
    sorted.missing.push_back(say(language, "{} ({})", "{}（{}）", name, level));
  }
}

Sorted sorted_certificates(const Pair& pair, Language language) {
  Sorted sorted;
  for (const auto& asked : pair.posting.required) sort_in(sorted, pair, asked, language);
  for (const auto& asked : pair.posting.preferred) sort_in(sorted, pair, asked, language);
  return sorted;
}

}  // namespace

std::string certificates_text(const Pair& pair, Language language) {
  const auto [held, below, missing] = sorted_certificates(pair, language);
  std::vector<std::string> parts;
  if (!held.empty()) parts.push_back(say(language, "held: {}", "持有{}", listed(held, language)));
  if (!below.empty())
    parts.push_back(say(language, "held below the level: {}", "等级不足：{}", listed(below, language)));
  if (!missing.empty()) parts.push_back(say(language, "not held: {}", "未持有{}", listed(missing, language)));
  if (parts.empty()) return say(language, "The posting asks for no certificate.", "岗位未要求证书。");
  return say(language, "Certificates asked for: {0}.", "岗位所列证书：{1}。",
             fmt::format("{}", fmt::join(parts, "; ")), fmt::format("{}", fmt::join(parts, "；")));
}

}  // namespace talentmatch::texts
