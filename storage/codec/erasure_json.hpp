#pragma once

#include <string>

#include "storage/service/placements/erasure.hpp"

namespace talentmatch {

// {"record":true,"placements":1,"runs":2}
void append_erasure(std::string& out, const Erasure& erasure);

}  // namespace talentmatch
