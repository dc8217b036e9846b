#include "storage/codec/rank_option.hpp"

#include <algorithm>
#include <utility>

#include "storage/codec/text_form.hpp"

namespace talentmatch {
namespace {

constexpr std::size_t kMaxList = 1000;
constexpr std::size_t kMaxExclude = 10'000;

bool offered(const RankOption& option, Side side) {
  return !option.only || *option.only == side;
}

std::size_t longest(const RankOption& option) {
  return option.name == "exclude" ? kMaxExclude : kMaxList;
}

}  // namespace

Result<const RankOption*> find_option(std::string_view name, Side side,
                                      std::span<const std::string_view> others) {
  const auto found = std::ranges::find(rank_options(), name, &RankOption::name);
  if (found != rank_options().end() && offered(*found, side)) return &*found;
  Error error{.code = ErrorCode::invalid_option, .field = shortened(name)};
  if (found != rank_options().end()) {
    error.detail = *found->only == Side::postings ? "recommendations only" : "candidates only";
    return fail(std::move(error));
  }
  std::vector<std::string_view> known(others.begin(), others.end());
  for (const RankOption& option : rank_options()) {
    if (offered(option, side)) known.push_back(option.name);
  }
  error.suggestions = near_words(name, known);
  return fail(std::move(error));
}

Result<void> set_words(RankRequest& request, const RankOption& option, OptionWords words,
                       const Catalog& catalog) {
  Result<void> good;
  if (words.empty() || std::ranges::any_of(words, &std::string_view::empty)) {
    good = fail(bad_option("", "≠ \"\""));
  } else if (words.size() > longest(option)) {
    good = fail(bad_option(std::to_string(words.size()), "≤ " + std::to_string(longest(option))));
  } else {
    good = option.set(request, words, catalog);
  }
  if (!good) good.error().field = option.name;
  return good;
}

std::vector<std::string_view> split_list(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t comma = text.find(',');
    words.push_back(text.substr(0, comma));
    if (comma == std::string_view::npos) return words;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace talentmatch
