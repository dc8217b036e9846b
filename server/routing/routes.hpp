#pragma once

#include <span>

#include "server/routing/route.hpp"

namespace talentmatch {

// Every route of the server. openapi.json describes exactly these; a test compares the two.
std::span<const Route> routes();

}  // namespace talentmatch
