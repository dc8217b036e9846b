#include "storage/codec/weights_option.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "storage/codec/text_form.hpp"

namespace talentmatch {
namespace {

// In the order of Weights::employer, then Weights::graduate.
constexpr std::array<std::string_view, 8> kNames{"employer.major", "employer.certificates", "employer.level",
                                                 "employer.tie",   "graduate.region",       "graduate.major",
                                                 "graduate.pay",   "graduate.tie"};

std::int32_t& weight_at(Weights& weights, std::size_t index) {
  constexpr std::size_t kEmployers = 4;
  return index < kEmployers ? weights.employer[index] : weights.graduate[index - kEmployers];
}

Error refused(std::string_view value, std::string expected) {
  return {.code = ErrorCode::invalid_weights, .value = shortened(value), .detail = std::move(expected)};
}

Error unknown_component(std::string_view name) {
  Error error = unknown_word(name, kNames);
  error.code = ErrorCode::invalid_weights;
  return error;
}

}  // namespace

Result<Weights> option_weights(OptionWords words) {
  Weights weights;
  std::array<bool, kNames.size()> given{};
  for (const std::string_view text : words) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return fail(refused(text, "employer.major:400"));
    const auto name = text.substr(0, colon);
    const auto index = static_cast<std::size_t>(std::ranges::find(kNames, name) - kNames.begin());
    if (index == kNames.size()) return fail(unknown_component(name));
    if (given[index]) return fail(refused(name, "1×"));
    given[index] = true;
    const auto weight = option_number(text.substr(colon + 1), 0, 1000);
    if (!weight) return fail(refused(text, "0…1000"));
    weight_at(weights, index) = *weight;
  }
  return weights;
}

}  // namespace talentmatch
