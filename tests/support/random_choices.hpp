#pragma once
// Optional values and lists without duplicates for random records.

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/model/vocabulary.hpp"
#include "tests/support/dice.hpp"

namespace talentmatch::testing {

template <class T>
std::optional<T> maybe(Dice& dice, int percent, const std::vector<T>& list) {
  if (!dice.chance(percent)) return std::nullopt;
  return dice.pick(list);
}

template <class E>
std::optional<E> maybe_word(Dice& dice, int percent) {
  if (!dice.chance(percent)) return std::nullopt;
  return dice.pick_below<E>(static_cast<int>(words<E>.size()));
}

inline std::optional<bool> maybe_flag(Dice& dice, int given, int set) {
  if (!dice.chance(given)) return std::nullopt;
  return dice.chance(set);
}

template <class T>
std::vector<T> without_duplicates(std::vector<T> list) {
  std::vector<T> kept;
  for (const T& entry : list) {
    if (std::ranges::find(kept, entry) == kept.end()) kept.push_back(entry);
  }
  return kept;
}

// Certificates that `make` gives, each at a level once.
template <class T, class Make>
std::vector<T> certificates(Dice& dice, int most, Make make) {
  std::vector<T> list;
  for (int i = dice.between(0, most); i > 0; --i) {
    const T entry = make();
    const bool known = std::ranges::any_of(list, [&](const T& other) {
      return other.certificate == entry.certificate && other.level == entry.level;
    });
    if (!known) list.push_back(entry);
  }
  return list;
}

}  // namespace talentmatch::testing
