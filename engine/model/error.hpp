#pragma once
// Errors are values. A code says what kind it is (and so whether the caller or the service is at fault),
// field and value say where, suggestions name near known values. Sentences are made from it in English or
// Chinese on demand; HTTP codes are server/'s affair.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/vocabulary.hpp"

namespace talentmatch {

enum class ErrorCode : std::uint8_t {
  // the caller's
  invalid_json,
  invalid_utf8,
  not_an_object,
  unknown_field,
  duplicate_field,
  missing_field,
  wrong_type,
  out_of_range,
  invalid_id,
  invalid_value,  // a word that is none of the allowed ones, a malformed date
  too_long,
  too_many,
  duplicate_entry,
  duplicate_id,  // the same id twice in one file
  id_mismatch,   // the body's id is not the path's
  unknown_major,
  unknown_region,
  unknown_certificate,
  retired_code,  // a code with none or several successors; suggestions name them
  unknown_reference,
  in_use,  // others refer to the record that was to be deleted
  not_found,
  exists,     // what was to be made is there already
  forbidden,  // beyond what the caller's key allows
  invalid_option,
  invalid_weights,
  invalid_cursor,
  precondition_failed,
  infeasible,  // a placement that contradicts itself: field and detail say where
  cancelled,   // by the caller, half-way
  too_large,
  // ours
  busy,
  no_space,
  io_error,
  corrupt_data,
  wrong_format,  // a data directory of another version
  locked,        // a data directory held by another process
  stopping,
};

struct Error {
  ErrorCode code{};
  std::string field{};   // "majors[2]", empty when the whole is meant
  std::string value{};   // the offending text, shortened; never a person's record
  std::string detail{};  // what would be right: "1…100000", a path, a system's message
  std::vector<std::string> suggestions{};
};

template <class T>
using Result = std::expected<T, Error>;

// The stable name in answers: "unknown_major".
std::string_view name_of(ErrorCode code);
bool is_caller_fault(ErrorCode code);
std::string message(const Error& error, Language language);

// At most 60 bytes of a value, whole UTF-8 characters, with … where it was cut: for Error::value.
std::string excerpt(std::string_view text);

inline std::unexpected<Error> fail(Error error) {
  return std::unexpected(std::move(error));
}

}  // namespace talentmatch
