#include "storage/codec/answer_json.hpp"

#include "storage/codec/answer_parts.hpp"
#include "storage/codec/json_text.hpp"

namespace talentmatch {
namespace {

// Bytes that an answer's head and one result take, so that the text grows once.
constexpr std::size_t kHeadBytes = 320;
constexpr std::size_t kResultBytes = 96;

void append_result(std::string& out, const RankedEntry& entry, const RankingAnswer& answer) {
  out += answer.side == Side::postings ? "{\"posting\":" : "{\"graduate\":";
  append_text(out, entry.id);
  if (answer.personalized) {
    out += ',';
    append_scores(out, entry.scores, answer.perspective);
    if (answer.explain) {
      out += ',';
      append_reasons(out, entry.reasons);
    }
  }
  out += '}';
}

void append_page(std::string& out, const RankingAnswer& answer) {
  out += ",\"cursor\":";
  append_text_or_null(out, answer.cursor);
  if (answer.version_changed) {
    out += ",\"version_changed\":";
    append_flag(out, *answer.version_changed);
  }
}

void append_asking(std::string& out, const RankingAnswer& answer) {
  if (answer.asking.empty()) return;
  out += answer.side == Side::postings ? "\"graduate\":" : "\"posting\":";
  append_text(out, answer.asking);
  out += ',';
}

void append_version(std::string& out, std::string_view version, Date as_of) {
  out += "\"version\":";
  append_text(out, version);
  out += ",\"as_of\":";
  append_day(out, as_of);
}

}  // namespace

void append_ranking(std::string& out, const RankingAnswer& answer) {
  out.reserve(out.size() + kHeadBytes + answer.results.size() * kResultBytes);
  out += '{';
  append_asking(out, answer);
  append_version(out, answer.version, answer.as_of);
  out += ',';
  if (answer.personalized) {
    append_mode(out, answer.perspective, answer.weights);
  } else {
    out += "\"personalized\":false";
  }
  out += ",\"results\":";
  append_list(out, answer.results, [&](const RankedEntry& entry) { append_result(out, entry, answer); });
  if (!answer.gates.empty()) {
    out += ',';
    append_gates(out, answer.gates);
  }
  append_page(out, answer);
  if (!answer.notices.empty()) {
    out += ',';
    append_notices(out, answer.notices);
  }
  out += '}';
}

void append_explain(std::string& out, const ExplainAnswer& answer) {
  const bool proposed = answer.gates.empty();
  out += '{';
  append_version(out, answer.version, answer.as_of);
  out += ",\"graduate\":";
  append_text(out, answer.graduate);
  out += ",\"posting\":";
  append_text(out, answer.posting);
  out += ",\"proposed\":";
  append_flag(out, proposed);
  if (!proposed) {
    out += ',';
    append_gates(out, answer.gates);
  }
  out += ',';
  append_mode(out, answer.perspective, answer.weights);
  out += ',';
  append_scores(out, answer.scores, answer.perspective);
  if (proposed) {
    out += ",\"rank\":";
    append_number(out, answer.rank);
  }
  if (answer.missing_score) {
    out += ",\"missing_score\":";
    append_number(out, *answer.missing_score);
  }
  out += ',';
  append_reasons(out, answer.reasons);
  out += ",\"fusion\":";
  append_text(out, answer.fusion);
  out += '}';
}

}  // namespace talentmatch
