#pragma once
// Reads an import's answer as it comes: lines of what was rejected, then the totals.

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "tools/outcome.hpp"

namespace talentmatch {

class ImportReport {
 public:
  // Rejections go to the file; without one the first few are shown on the error output.
  ImportReport(std::string name, std::FILE* errors) : name_(std::move(name)), errors_(errors) {}

  bool take(std::string_view bytes);  // always true: goes on
  // The members of "totals" as JSON; empty when the import broke off before them.
  const std::string& totals() const { return totals_; }
  std::int64_t rejected() const { return rejected_; }
  // Replace: nothing was changed, and why.
  bool refused() const { return !refusal_.empty(); }
  const std::string& refusal() const { return refusal_; }

 private:
  void take_line(std::string_view line);
  void show_rejection(std::string_view line);

  std::string name_;
  std::FILE* errors_;
  std::string partial_;
  std::string totals_;
  std::string refusal_;
  std::int64_t rejected_ = 0;
  int shown_ = 0;
};

}  // namespace talentmatch
