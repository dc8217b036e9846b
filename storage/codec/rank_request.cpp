#include "storage/codec/rank_request.hpp"

#include <algorithm>
#include <array>

#include "storage/codec/rank_option.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {

Result<void> set_option(RankRequest& request, Side side, std::string_view name, std::string_view value,
                        const Catalog& catalog) {
  if (!is_utf8(name)) return fail({.code = ErrorCode::invalid_utf8});
  const auto option = find_option(name, side);
  if (!option) return fail(option.error());
  if (!is_utf8(value)) return fail({.code = ErrorCode::invalid_utf8, .field = std::string(name)});
  const bool many = (*option)->form == OptionForm::list || (*option)->form == OptionForm::weights;
  if (many) return set_words(request, **option, split_list(value), catalog);
  return set_words(request, **option, std::array{value}, catalog);
}

Result<void> check_all_pairs_option(std::string_view name) {
  constexpr std::array<std::string_view, 5> allowed{"k", "perspective", "weights", "as_of", "lang"};
  if (std::ranges::find(allowed, name) != allowed.end()) return {};
  return fail({.code = ErrorCode::invalid_option,
               .field = shortened(name),
               .detail = "k, perspective, weights, as_of, lang",
               .suggestions = near_words(name, allowed)});
}

Result<void> check(const RankRequest& request, Side side) {
  if (auto good = check(request.options.weights); !good) return good;
  // With weights of his own choice an employer could read wishes and expected pay out of the scores.
  if (request.employer_view_only && request.options.weights.graduate != Weights{}.graduate) {
    return fail({.code = ErrorCode::forbidden, .field = "weights", .value = "graduate"});
  }
  if (request.asked_as_of && request.cursor_as_of && *request.asked_as_of != *request.cursor_as_of) {
    return fail({.code = ErrorCode::invalid_cursor,
                 .field = "as_of",
                 .value = format_date(*request.asked_as_of),
                 .detail = format_date(*request.cursor_as_of)});
  }
  if (side == Side::graduates && !request.options.personalized) {
    return fail({.code = ErrorCode::invalid_option,
                 .field = "personalized",
                 .value = "false",
                 .detail = "recommendations only"});
  }
  return {};
}

}  // namespace talentmatch
