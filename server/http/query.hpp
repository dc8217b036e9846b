#pragma once
// Percent-encoding, and the parameters of a query string. Views point into the query or into the object's own
// buffer; both are reused by the next parse.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/error.hpp"

namespace talentmatch {

struct Parameter {
  std::string_view name;
  std::string_view value;
};

// Appends the decoded bytes; false if an escape is broken. In a query '+' stands for a space.
bool decode_percent(std::string_view text, bool plus_is_space, std::string& out);

class Query {
 public:
  // Error invalid_option: a broken escape, bytes that are not UTF-8, a name given twice, too many
  // parameters.
  Result<void> parse(std::string_view query);

  std::span<const Parameter> parameters() const { return parameters_; }
  std::optional<std::string_view> get(std::string_view name) const;

 private:
  static constexpr std::size_t kMaxParameters = 64;

  Result<void> add(std::string_view pair);
  std::string_view decoded(std::string_view text, bool& sound);

  std::vector<Parameter> parameters_;
  std::string buffer_;
};

}  // namespace talentmatch
