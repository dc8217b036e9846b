#include "storage/codec/option_json.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "storage/codec/field_format.hpp"
#include "storage/codec/rank_option.hpp"
#include "storage/codec/text_form.hpp"

namespace talentmatch {
namespace {

using Texts = std::vector<std::string>;

Error bad_value(const JsonElement& element, std::string expected) {
  return bad_option(shown_value(element), std::move(expected));
}

Result<Texts> scalar_text(const JsonElement& element, bool has_type, std::string expected) {
  if (!has_type) return fail(bad_value(element, std::move(expected)));
  if (element.is_string()) return Texts{std::string(element.get_string().value_unsafe())};
  return Texts{simdjson::minify(element)};
}

Result<Texts> list_texts(const JsonElement& element) {
  if (element.is_string()) {
    const auto words = split_list(element.get_string().value_unsafe());
    return Texts(words.begin(), words.end());
  }
  JsonArray array;
  if (element.get(array) != simdjson::SUCCESS) return fail(bad_value(element, "[\"…\"]"));
  Texts texts;
  for (const JsonElement item : array) {
    std::string_view text;
    if (item.get(text) != simdjson::SUCCESS) return fail(bad_value(item, "[\"…\"]"));
    texts.emplace_back(text);
  }
  return texts;
}

// {"employer":{"major":400}} as "employer.major:400".
Result<Texts> weight_texts(const JsonElement& element) {
  if (element.is_string()) return list_texts(element);
  const auto refused = [](const JsonElement& value) {
    return fail({.code = ErrorCode::invalid_weights,
                 .value = shown_value(value),
                 .detail = R"({"employer":{"major":400}})"});
  };
  JsonObject views;
  if (element.get(views) != simdjson::SUCCESS) return refused(element);
  Texts texts;
  for (const auto& [view, value] : views) {
    JsonObject components;
    if (value.get(components) != simdjson::SUCCESS) return refused(value);
    for (const auto& [component, weight] : components) {
      if (!weight.is_int64()) return refused(weight);
      texts.push_back(std::string(view).append(".").append(component) + ":" + simdjson::minify(weight));
    }
  }
  return texts;
}

Result<Texts> option_texts(OptionForm form, const JsonElement& element) {
  switch (form) {
    case OptionForm::integer:
      return scalar_text(element, element.is_int64(), "integer");
    case OptionForm::flag:
      return scalar_text(element, element.is_bool(), "true | false");
    case OptionForm::text:
      return scalar_text(element, element.is_string(), "string");
    case OptionForm::list:
      return list_texts(element);
    case OptionForm::weights:
      break;
  }
  return weight_texts(element);
}

Result<void> set_member(RankRequest& request, const RankOption& option, const JsonElement& element,
                        const Catalog& catalog) {
  auto texts = option_texts(option.form, element);
  if (!texts) {
    texts.error().field = option.name;
    return fail(std::move(texts.error()));
  }
  const std::vector<std::string_view> words(texts->begin(), texts->end());
  return set_words(request, option, words, catalog);
}

}  // namespace

Result<void> set_options(RankRequest& request, Side side, const JsonObject& object,
                         std::span<const std::string_view> others, const Catalog& catalog) {
  std::vector<std::string_view> seen;
  for (const auto& [name, element] : object) {
    const bool other = std::ranges::find(others, name) != others.end();
    const auto option = other ? nullptr : find_option(name, side, others);
    if (!option) return fail(option.error());
    if (std::ranges::find(seen, name) != seen.end()) {
      return fail({.code = ErrorCode::duplicate_field, .field = std::string(name)});
    }
    seen.push_back(name);
    if (other || element.is_null()) continue;
    if (auto good = set_member(request, **option, element, catalog); !good) return good;
  }
  return {};
}

Result<void> set_options_from_json(RankRequest& request, Side side, std::string_view json,
                                   const Catalog& catalog) {
  JsonParser parser;
  const auto object = parser.parse_object(json);
  if (!object) return fail(object.error());
  return set_options(request, side, *object, {}, catalog);
}

}  // namespace talentmatch
