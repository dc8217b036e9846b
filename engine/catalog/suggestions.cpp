#include "engine/catalog/suggestions.hpp"

#include <algorithm>
#include <ranges>

#include "engine/catalog/code.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kMost = 3;
constexpr std::size_t kShortestPart =
    4;  // bytes a value needs before "contains" says anything: two characters

bool inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::size_t length_of(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!inside_character(text, i)) ++length;
  }
  return length;
}

std::size_t common_beginning(std::string_view a, std::string_view b) {
  const auto [at, other] = std::ranges::mismatch(a, b);
  auto length = static_cast<std::size_t>(at - a.begin());
  while (length > 0 && (inside_character(a, length) || inside_character(b, length))) --length;
  return length;
}

std::size_t common_end(std::string_view a, std::string_view b) {
  std::size_t length = 0;
  const auto most = std::min(a.size(), b.size());
  while (length < most && a[a.size() - 1 - length] == b[b.size() - 1 - length]) ++length;
  while (length > 0 && inside_character(a, a.size() - length)) --length;
  return length;
}

bool swapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || length_of(a) != 2) return false;
  std::size_t second = 1;
  while (inside_character(a, second)) ++second;
  return b == std::string(a.substr(second)).append(a.substr(0, second));
}

// Of the own name at the end of the label, not only of what stands before it.
bool is_part(std::string_view value, std::string_view label, std::size_t own_size) {
  const auto at = label.rfind(value);
  return at != std::string_view::npos && at + value.size() > label.size() - own_size;
}

enum class Likeness : std::uint8_t { same_name, near_code, near_name, part_of_name, same_class, none };

struct Candidate {
  Likeness likeness{};
  std::size_t distance = 0;  // within the same likeness, smaller first
  std::size_t index = 0;

  auto operator<=>(const Candidate&) const = default;
};

Candidate compare(std::string_view value, const Vocabulary& words, std::size_t i) {
  const std::string_view code = words.codes[i];
  const std::string_view label = words.labels[i];
  if (value == words.names[i] || value == label) return {Likeness::same_name, 0, i};
  const auto common = common_beginning(value, code);
  if (one_edit_apart(value, code)) return {Likeness::near_code, code.size() - common, i};
  if (value.size() < kShortestPart) return {Likeness::none, 0, i};
  if (one_edit_apart(value, words.names[i])) return {Likeness::near_name, 0, i};
  if (is_part(value, label, words.names[i].size())) return {Likeness::part_of_name, label.size(), i};
  if (common >= code::kClassDigits && code::all_digits(code))
    return {Likeness::same_class, code.size() - common, i};
  return {Likeness::none, 0, i};
}

}  // namespace

bool one_edit_apart(std::string_view a, std::string_view b) {
  constexpr std::size_t kLongestCharacter = 4;
  const auto [shorter, longer] = std::minmax({a.size(), b.size()});
  if (longer - shorter > kLongestCharacter || a == b) return false;
  const auto beginning = common_beginning(a, b);
  a.remove_prefix(beginning);
  b.remove_prefix(beginning);
  const auto end = common_end(a, b);
  a.remove_suffix(end);
  b.remove_suffix(end);
  return (length_of(a) <= 1 && length_of(b) <= 1) || swapped(a, b);
}

std::string labelled(std::string_view code, std::string_view label) {
  return std::string(code).append(" ").append(label);
}

std::vector<std::string> suggest(std::string_view value, const Vocabulary& vocabulary) {
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < vocabulary.codes.size(); ++i) {
    const auto candidate = compare(value, vocabulary, i);
    if (candidate.likeness != Likeness::none) found.push_back(candidate);
  }
  std::ranges::sort(found);
  std::vector<std::string> suggestions;
  for (const auto& candidate : found | std::views::take(kMost)) {
    if (candidate.likeness != found.front().likeness) break;
    suggestions.push_back(labelled(vocabulary.codes[candidate.index], vocabulary.labels[candidate.index]));
  }
  return suggestions;
}

}  // namespace talentmatch
