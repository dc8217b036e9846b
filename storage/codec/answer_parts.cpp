#include "storage/codec/answer_parts.hpp"

#include "storage/codec/json_text.hpp"

namespace talentmatch {
namespace {

template <class Component>
void append_view(std::string& out, const std::array<std::int32_t, 4>& weights) {
  char separator = '{';
  for (std::size_t i = 0; i < weights.size(); ++i) {
    out += separator;
    append_text(out, words<Component>[i]);
    out += ':';
    append_number(out, weights[i]);
    separator = ',';
  }
  out += '}';
}

void append_reason(std::string& out, const Reason& reason) {
  out += "{\"view\":";
  append_text(out, reason.view);
  out += ",\"component\":";
  append_text(out, reason.component);
  out += ",\"value\":";
  append_number(out, reason.value);
  out += ",\"weight\":";
  append_number(out, reason.weight);
  out += ",\"points\":";
  append_number(out, reason.points);
  out += ",\"text\":";
  append_text(out, reason.text);
  out += '}';
}

}  // namespace

void append_mode(std::string& out, Perspective perspective, const Weights& weights) {
  out += "\"perspective\":";
  append_text(out, word(perspective));
  out += ",\"weights\":{\"employer\":";
  append_view<EmployerComponent>(out, weights.employer);
  out += ",\"graduate\":";
  append_view<GraduateComponent>(out, weights.graduate);
  out += '}';
}

void append_scores(std::string& out, const Scores& scores, Perspective perspective) {
  out += "\"score\":";
  append_number(out, scores.of(perspective));
  out += ",\"employer_view\":";
  append_number(out, scores.employer_view);
  out += ",\"graduate_view\":";
  append_number(out, scores.graduate_view);
}

void append_gates(std::string& out, std::span<const FailedGate> gates) {
  out += "\"gates\":";
  append_list(out, gates, [&](const FailedGate& gate) {
    out += "{\"code\":";
    append_text(out, word(gate.gate));
    out += ",\"text\":";
    append_text(out, gate.text);
    out += '}';
  });
}

void append_reasons(std::string& out, std::span<const Reason> reasons) {
  out += "\"reasons\":";
  append_list(out, reasons, [&](const Reason& reason) { append_reason(out, reason); });
}

void append_notices(std::string& out, std::span<const Replacement> notices) {
  out += "\"notices\":";
  append_list(out, notices, [&](const Replacement& notice) {
    out += "{\"field\":";
    append_text(out, notice.field);
    out += ",\"from\":";
    append_text(out, notice.from);
    out += ",\"to\":";
    append_text(out, notice.to);
    out += '}';
  });
}

void append_suggestions(std::string& out, std::span<const std::string> suggestions) {
  out += "\"suggestions\":";
  append_list(out, suggestions, [&](const std::string& suggestion) { append_text(out, suggestion); });
}

}  // namespace talentmatch
