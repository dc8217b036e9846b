#pragma once

#include <string_view>

namespace talentmatch {

// server/openapi.json, built in.
extern const std::string_view kOpenapiDocument;

}  // namespace talentmatch
