#include <array>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "storage/codec/rank_option.hpp"
#include "storage/codec/weights_option.hpp"

namespace talentmatch {
namespace {

constexpr std::int32_t kMaxResults = 1000;
constexpr std::int32_t kMaxPerEmployer = 1'000'000;

template <class Target, class Value>
Result<void> assign(Target& target, Result<Value> value) {
  if (!value) return fail(std::move(value.error()));
  if constexpr (std::is_same_v<Value, std::int32_t>) {
    target = static_cast<Target>(*value);
  } else {
    target = *std::move(value);
  }
  return {};
}

Result<void> set_k(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.options.k, option_number(words[0], 1, kMaxResults));
}

Result<void> set_perspective(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.options.perspective, option_word<Perspective>(words[0]));
}

Result<void> set_weights(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.options.weights, option_weights(words));
}

Result<void> set_as_of(RankRequest& request, OptionWords words, const Catalog&) {
  const auto day = option_day(words[0]);
  if (!day) return fail(day.error());
  request.asked_as_of = *day;
  request.options.as_of = *day;
  return {};
}

Result<void> set_kinds(RankRequest& request, OptionWords words, const Catalog&) {
  const auto kinds = option_word_list<PostingKind>(words);
  if (!kinds) return fail(kinds.error());
  KindSet set = 0;
  for (const PostingKind kind : *kinds) set |= kind_bit(kind);
  request.options.kinds = set;
  return {};
}

Result<void> set_regions(RankRequest& request, OptionWords words, const Catalog& catalog) {
  return assign(request.options.regions, option_regions(words, catalog));
}

Result<void> set_employers(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.options.employers, option_ids(words));
}

Result<void> set_schools(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.options.schools, option_ids(words));
}

Result<void> set_levels(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.options.levels, option_word_list<Level>(words));
}

Result<void> set_min_score(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.options.min_score, option_number(words[0], 0, 1000));
}

Result<void> set_exclude(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.options.exclude, option_ids(words));
}

Result<void> set_max_per_employer(RankRequest& request, OptionWords words, const Catalog&) {
  std::size_t most = 0;
  auto good = assign(most, option_number(words[0], 1, kMaxPerEmployer));
  if (good) request.options.max_per_employer = most;
  return good;
}

Result<void> set_explain(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.explain, option_flag(words[0]));
}

Result<void> set_lang(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.language, option_word<Language>(words[0]));
}

Result<void> set_cursor(RankRequest& request, OptionWords words, const Catalog&) {
  auto cursor = decode_cursor(words[0]);
  if (!cursor) return fail(std::move(cursor.error()));
  request.options.after = std::move(cursor->key);
  request.cursor_as_of = cursor->as_of;
  if (!request.asked_as_of) request.options.as_of = cursor->as_of;
  return {};
}

Result<void> set_personalized(RankRequest& request, OptionWords words, const Catalog&) {
  return assign(request.options.personalized, option_flag(words[0]));
}

constexpr std::array kOptions{
    RankOption{"k", OptionForm::integer, {}, set_k},
    RankOption{"perspective", OptionForm::text, {}, set_perspective},
    RankOption{"weights", OptionForm::weights, {}, set_weights},
    RankOption{"as_of", OptionForm::text, {}, set_as_of},
    RankOption{"kinds", OptionForm::list, Side::postings, set_kinds},
    RankOption{"regions", OptionForm::list, {}, set_regions},
    RankOption{"employers", OptionForm::list, Side::postings, set_employers},
    RankOption{"schools", OptionForm::list, Side::graduates, set_schools},
    RankOption{"levels", OptionForm::list, {}, set_levels},
    RankOption{"min_score", OptionForm::integer, {}, set_min_score},
    RankOption{"exclude", OptionForm::list, {}, set_exclude},
    RankOption{"max_per_employer", OptionForm::integer, Side::postings, set_max_per_employer},
    RankOption{"explain", OptionForm::flag, {}, set_explain},
    RankOption{"lang", OptionForm::text, {}, set_lang},
    RankOption{"cursor", OptionForm::text, {}, set_cursor},
    RankOption{"personalized", OptionForm::flag, {}, set_personalized},
};

}  // namespace

std::span<const RankOption> rank_options() {
  return kOptions;
}

}  // namespace talentmatch
