#pragma once
// How a command ends: 0 well, 1 failed, 2 called wrongly. Failures carry the sentence for the person at the
// terminal.

#include <expected>
#include <string>
#include <utility>

#include "engine/model/error.hpp"

namespace talentmatch {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kMisused = 2;

struct Failure {
  std::string message;
  int status = kFailed;
};

template <class T>
using Outcome = std::expected<T, Failure>;

inline std::unexpected<Failure> give_up(std::string message, int status = kFailed) {
  return std::unexpected(Failure{std::move(message), status});
}

// A bad option is misuse, everything else a failure.
inline std::unexpected<Failure> give_up(const Error& error, Language language) {
  const bool misuse = error.code == ErrorCode::invalid_option || error.code == ErrorCode::invalid_weights ||
                      error.code == ErrorCode::invalid_cursor;
  return give_up(message(error, language), misuse ? kMisused : kFailed);
}

}  // namespace talentmatch
