#pragma once
// Weights as an option: "employer.major:400,graduate.pay:100".

#include "engine/ranking/options.hpp"
#include "storage/codec/option_value.hpp"

namespace talentmatch {

// Those not named keep their default. Error: invalid_weights (unknown or repeated component, not 0…1000);
// whether each view sums to 1000 is check()'s affair.
Result<Weights> option_weights(OptionWords words);

}  // namespace talentmatch
