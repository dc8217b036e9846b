#include "engine/ranking/texts/wording.hpp"

#include <array>

namespace talentmatch::texts {
namespace {

using Names = std::array<std::string_view, 2>;  // English, Chinese

std::string_view in(const Names& names, Language language) {
  return names[language == Language::zh ? 1 : 0];
}

template <class E, std::size_t N>
std::string_view in(const std::array<Names, N>& names, E value, Language language) {
  static_assert(N == words<E>.size());
  return in(names[static_cast<std::size_t>(value)], language);
}

template <class Table>
std::string actor_name(const Table& table, Slot slot) {
  if (slot >= table.slots()) return "?";
  return table[slot].name.empty() ? table.id_of(slot) : table[slot].name;
}

constexpr std::size_t kMostListed = 8;

}  // namespace

std::string_view level_name(Level level, Language language) {
  static constexpr std::array<Names, 6> names{{{"secondary", "中职"},
                                               {"junior college", "高职专科"},
                                               {"bachelor", "本科"},
                                               {"vocational bachelor", "职业本科"},
                                               {"master", "硕士"},
                                               {"doctor", "博士"}}};
  return in(names, level, language);
}

std::string_view rank_name(int rank, Language language) {
  static constexpr std::array levels{Level::secondary, Level::junior_college, Level::bachelor, Level::master,
                                     Level::doctor};
  return level_name(levels[static_cast<std::size_t>(rank - 1)], language);
}

std::string_view certificate_level_name(int level, Language language) {
  static constexpr std::array<Names, 3> names{
      {{"elementary", "初级"}, {"intermediate", "中级"}, {"advanced", "高级"}}};
  return in(names[static_cast<std::size_t>(level - 1)], language);
}

std::string_view kind_name(PostingKind kind, Language language) {
  static constexpr std::array<Names, 3> names{
      {{"a job", "就业岗位"}, {"an internship", "实习岗位"}, {"an order class", "订单班"}}};
  return in(names, kind, language);
}

std::string_view tie_name(TieKind kind, Language language) {
  static constexpr std::array<Names, 7> names{{{"order class", "订单班"},
                                               {"apprenticeship", "现代学徒制"},
                                               {"enterprise apprenticeship", "企业新型学徒制"},
                                               {"industry college", "产业学院"},
                                               {"alliance", "校企联盟"},
                                               {"practice base", "实习实训基地"},
                                               {"agreement", "合作协议"}}};
  return in(names, kind, language);
}

std::string_view tie_name(GraduateTieKind kind, Language language) {
  static constexpr std::array<Names, 4> names{{{"bound by agreement", "定向培养"},
                                               {"order class", "订单班"},
                                               {"apprenticeship", "学徒"},
                                               {"internship", "实习"}}};
  return in(names, kind, language);
}

std::string entry_name(const Catalog& catalog, EntryId entry, Language language) {
  return say(language, "{} ({})", "{}（{}）", catalog.name_of(entry), catalog.code_of(entry));
}

std::string employer_name(const Snapshot& snapshot, Slot employer) {
  return actor_name(snapshot.employers(), employer);
}

std::string school_name(const Snapshot& snapshot, Slot school) {
  return actor_name(snapshot.schools(), school);
}

std::string listed(std::span<const std::string> items, Language language) {
  const auto shown = items.first(std::min(items.size(), kMostListed));
  std::string list = fmt::format("{}", fmt::join(shown, language == Language::zh ? "、" : ", "));
  if (shown.size() == items.size()) return list;
  return say(language, "{0} and {1} more", "{0}等{2}项", list, items.size() - shown.size(), items.size());
}

}  // namespace talentmatch::texts
