#pragma once
// The closed vocabularies of spec 1: enumerations, the words they are written with, and their order where
// they have one. `words<E>` lists the words in the order of the enumerators.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace talentmatch {

enum class Language : std::uint8_t { en, zh };

enum class Collection : std::uint8_t { schools, employers, ties, graduates, postings, placements };
enum class SchoolKind : std::uint8_t {
  secondary,
  technician,
  junior_college,
  vocational_bachelor,
  university
};
enum class EmployerSize : std::uint8_t { large, medium, small, micro };
enum class EmployerStatus : std::uint8_t { active, suspended };
enum class TieKind : std::uint8_t {
  order_class,
  apprenticeship,
  enterprise_apprenticeship,
  industry_college,
  alliance,
  base,
  agreement
};
enum class GraduateTieKind : std::uint8_t { bound, order_class, apprenticeship, intern };
enum class GraduateStatus : std::uint8_t { seeking, placed, further_study, away };
enum class PostingKind : std::uint8_t { job, internship, order_class };
enum class PostingStatus : std::uint8_t { open, closed };
enum class FreshGraduates : std::uint8_t { allowed, only, excluded };
enum class PlacementStatus : std::uint8_t { confirmed, left };
enum class PlacementSource : std::uint8_t { run, import };
enum class Level : std::uint8_t { secondary, junior_college, bachelor, vocational_bachelor, master, doctor };
enum class CertificateLevel : std::uint8_t { elementary, intermediate, advanced };

template <class E>
inline constexpr std::array<std::string_view, 0> words{};
template <>
inline constexpr std::array<std::string_view, 2> words<Language>{"en", "zh"};
template <>
inline constexpr std::array<std::string_view, 6> words<Collection>{"schools",   "employers", "ties",
                                                                   "graduates", "postings",  "placements"};
template <>
inline constexpr std::array<std::string_view, 5> words<SchoolKind>{
    "secondary", "technician", "junior_college", "vocational_bachelor", "university"};
template <>
inline constexpr std::array<std::string_view, 4> words<EmployerSize>{"large", "medium", "small", "micro"};
template <>
inline constexpr std::array<std::string_view, 2> words<EmployerStatus>{"active", "suspended"};
template <>
inline constexpr std::array<std::string_view, 7> words<TieKind>{
    "order_class", "apprenticeship", "enterprise_apprenticeship", "industry_college", "alliance",
    "base",        "agreement"};
template <>
inline constexpr std::array<std::string_view, 4> words<GraduateTieKind>{"bound", "order_class",
                                                                        "apprenticeship", "intern"};
template <>
inline constexpr std::array<std::string_view, 4> words<GraduateStatus>{"seeking", "placed", "further_study",
                                                                       "away"};
template <>
inline constexpr std::array<std::string_view, 3> words<PostingKind>{"job", "internship", "order_class"};
template <>
inline constexpr std::array<std::string_view, 2> words<PostingStatus>{"open", "closed"};
template <>
inline constexpr std::array<std::string_view, 3> words<FreshGraduates>{"allowed", "only", "excluded"};
template <>
inline constexpr std::array<std::string_view, 2> words<PlacementStatus>{"confirmed", "left"};
template <>
inline constexpr std::array<std::string_view, 2> words<PlacementSource>{"run", "import"};
template <>
inline constexpr std::array<std::string_view, 6> words<Level>{
    "secondary", "junior_college", "bachelor", "vocational_bachelor", "master", "doctor"};
template <>
inline constexpr std::array<std::string_view, 3> words<CertificateLevel>{"elementary", "intermediate",
                                                                         "advanced"};

template <class E>
constexpr std::string_view word(E value) {
  return words<E>[static_cast<std::size_t>(value)];
}

template <class E>
constexpr std::optional<E> parse_word(std::string_view text) {
  for (std::size_t i = 0; i < words<E>.size(); ++i) {
    if (words<E>[i] == text) return static_cast<E>(i);
  }
  return std::nullopt;
}

// Education rank 1…5; the two bachelors are equal by law.
constexpr int rank_of(Level level) {
  constexpr std::array<int, 6> ranks{1, 2, 3, 3, 4, 5};
  return ranks[static_cast<std::size_t>(level)];
}

// Certificate rank 1…3.
constexpr int rank_of(CertificateLevel level) {
  return static_cast<int>(level) + 1;
}

}  // namespace talentmatch
