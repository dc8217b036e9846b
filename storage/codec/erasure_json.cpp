#include "storage/codec/erasure_json.hpp"

#include <iterator>

#include <fmt/format.h>

namespace talentmatch {

void append_erasure(std::string& out, const Erasure& erasure) {
  fmt::format_to(std::back_inserter(out), R"({{"record":{},"placements":{},"runs":{}}})", erasure.record,
                 erasure.placements, erasure.runs);
}

}  // namespace talentmatch
