#include "storage/codec/near_word.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "storage/codec/text_form.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kLongest = 40;
constexpr std::size_t kSuggestions = 3;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// Edit distance in which swapping two neighbours counts once.
std::size_t distance(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, kLongest + 1>, kLongest + 1> d{};
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

// How far a word is, none if it is not near.
std::optional<std::size_t> nearness(std::string_view text, std::string_view word) {
  if (word.size() > kLongest) return std::nullopt;
  const std::size_t errors = distance(text, word);
  const std::size_t allowed = text.size() < 4 ? 1 : text.size() < 8 ? 2 : 3;
  if (errors <= allowed && errors < word.size()) return errors;
  if (text.size() >= 3 && word.starts_with(text)) return allowed + 1;
  return std::nullopt;
}

}  // namespace

std::vector<std::string> near_words(std::string_view text, std::span<const std::string_view> words) {
  if (text.empty() || text.size() > kLongest) return {};
  const std::string given = lower(text);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view word : words) {
    if (const auto far = nearness(given, word)) near.emplace_back(*far, word);
  }
  std::ranges::sort(near);
  near.resize(std::min(near.size(), kSuggestions));
  std::vector<std::string> result;
  result.reserve(near.size());
  for (const auto& [far, word] : near) result.emplace_back(word);
  return result;
}

Error unknown_word(std::string_view text, std::span<const std::string_view> allowed) {
  return {.code = ErrorCode::invalid_value,
          .value = shortened(text),
          .detail = fmt::format("{}", fmt::join(allowed, " | ")),
          .suggestions = near_words(text, allowed)};
}

}  // namespace talentmatch
