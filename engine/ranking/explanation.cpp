#include "engine/ranking/explanation.hpp"

#include <fmt/format.h>

#include "engine/ranking/texts/component_texts.hpp"
#include "engine/ranking/texts/wording.hpp"

namespace talentmatch {
namespace {

template <class Component>
Reason reason(Component component, const std::array<std::int32_t, 4>& values,
              const std::array<std::int32_t, 4>& weights, const std::string& text) {
  const auto i = static_cast<std::size_t>(component);
  return {.view = std::is_same_v<Component, EmployerComponent> ? "employer" : "graduate",
          .component = word(component),
          .value = values[i],
          .weight = weights[i],
          .points = points(weights[i], values[i]),
          .text = text};
}

}  // namespace

std::vector<Reason> reasons(const Snapshot& snapshot, const GraduateFacts& graduate,
                            const PostingFacts& posting, const ComponentValues& values,
                            const Weights& weights, Date as_of, Language language) {
  using E = EmployerComponent;
  using S = GraduateComponent;
  const texts::Pair pair{snapshot, graduate, posting, as_of};
  const std::string major = texts::major_text(pair, language);
  const std::string tie = texts::tie_text(pair, language);
  const auto& [e, s] = values;
  return {reason(E::major, e, weights.employer, major),
          reason(E::certificates, e, weights.employer, texts::certificates_text(pair, language)),
          reason(E::level, e, weights.employer, texts::level_text(pair, language)),
          reason(E::tie, e, weights.employer, tie),
          reason(S::region, s, weights.graduate, texts::region_text(pair, language)),
          reason(S::major, s, weights.graduate, major),
          reason(S::pay, s, weights.graduate, texts::pay_text(pair, language)),
          reason(S::tie, s, weights.graduate, tie)};
}

std::string fusion_text(const Scores& scores, Perspective perspective, Language language) {
  const auto [e, s, mutual] = scores;
  switch (perspective) {
    case Perspective::employer:
      return texts::say(language, "employer's view {}", "企业视角{}", e);
    case Perspective::graduate:
      return texts::say(language, "graduate's view {}", "毕业生视角{}", s);
    case Perspective::mutual:
      break;
  }
  if (e + s == 0) return "0";
  return fmt::format("2·{0}·{1}/({0}+{1}) = {2}", e, s, mutual);
}

}  // namespace talentmatch
