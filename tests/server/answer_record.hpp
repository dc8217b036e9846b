#pragma once
// Every answer that a test gets, written down for tests/openapi/check_answers, which compares them with the
// document.

#include <string_view>

#include "tests/server/http_client.hpp"

namespace talentmatch::testing {

// Into the file that the environment's RECORD_ANSWERS names, which is begun anew by each process; without it,
// nowhere. A line "METHOD TARGET STATUS LENGTH TYPE", and the body. Any thread.
void record_answer(std::string_view method, std::string_view target, const HttpAnswer& answer);

}  // namespace talentmatch::testing
