#pragma once
// The table of ranking options, shared by query strings and JSON bodies.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "storage/codec/option_value.hpp"
#include "storage/codec/rank_request.hpp"

namespace talentmatch {

enum class OptionForm : std::uint8_t { integer, flag, text, list, weights };

struct RankOption {
  std::string_view name;
  OptionForm form;
  std::optional<Side> only;  // empty = both sides have it
  Result<void> (*set)(RankRequest& request, OptionWords words, const Catalog& catalog);
};

// All of them, in the order of spec 2.
std::span<const RankOption> rank_options();

// Errors: invalid_option (unknown, or the other side's); `others` are names that are allowed beside the
// options and may be suggested.
Result<const RankOption*> find_option(std::string_view name, Side side,
                                      std::span<const std::string_view> others = {});

// Errors: the option's own, under its name.
Result<void> set_words(RankRequest& request, const RankOption& option, OptionWords words,
                       const Catalog& catalog);

std::vector<std::string_view> split_list(std::string_view text);

}  // namespace talentmatch
