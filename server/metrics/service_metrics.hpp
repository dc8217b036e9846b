#pragma once

#include <string>

#include "storage/service/figures.hpp"

namespace talentmatch {

// The Prometheus text format.
void append_metrics(std::string& out, const ServiceFigures& figures);

}  // namespace talentmatch
