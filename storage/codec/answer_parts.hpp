#pragma once
// Pieces that several answers share.

#include <span>
#include <string>

#include "engine/ranking/explanation.hpp"
#include "storage/codec/answer_json.hpp"

namespace talentmatch {

// "perspective":"mutual","weights":{…}
void append_mode(std::string& out, Perspective perspective, const Weights& weights);
// "score":811,"employer_view":790,"graduate_view":835
void append_scores(std::string& out, const Scores& scores, Perspective perspective);
// "gates":[{"code":"LEVEL","text":"…"}]
void append_gates(std::string& out, std::span<const FailedGate> gates);
// "reasons":[{"view":"employer",…}]
void append_reasons(std::string& out, std::span<const Reason> reasons);
// "notices":[{"field":"major","from":"…","to":"…"}]
void append_notices(std::string& out, std::span<const Replacement> notices);
// "suggestions":["…"]
void append_suggestions(std::string& out, std::span<const std::string> suggestions);

}  // namespace talentmatch
