#pragma once
// What a counterfactual says, in one sentence. Any thread.

#include <string>

#include "engine/ranking/counterfactual.hpp"

namespace talentmatch {

// "With the certificate … (intermediate), 56 more postings are open to the graduate; the score at rank 20
// goes from 812 to 820."
std::string counterfactual_text(const Counterfactual& counterfactual, std::optional<std::int32_t> kth_before,
                                std::size_t k, const Catalog& catalog, Language language);

}  // namespace talentmatch
