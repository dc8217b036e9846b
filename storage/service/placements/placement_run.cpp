#include "storage/service/placements/placement_run.hpp"

#include <charconv>

#include <fmt/format.h>

#include "storage/codec/json_parser.hpp"
#include "storage/codec/json_text.hpp"

namespace talentmatch {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view json) {
  if (json.empty()) return;
  out += ",\"";
  out += name;
  out += "\":";
  out += json;
}

std::string json_member(const JsonObject& object, std::string_view name) {
  JsonElement element;
  if (object[name].get(element) != simdjson::SUCCESS) return {};
  return simdjson::minify(element);
}

std::string text_member(const JsonObject& object, std::string_view name) {
  std::string_view text;
  if (object[name].get(text) != simdjson::SUCCESS) return {};
  return std::string(text);
}

// One that is not there is false.
bool flag_member(const JsonObject& object, std::string_view name) {
  bool flag = false;
  return object[name].get(flag) == simdjson::SUCCESS && flag;
}

void append_ids(std::string& out, std::string_view name, const std::vector<std::string>& ids) {
  fmt::format_to(std::back_inserter(out), ",\"{}\":", name);
  append_list(out, ids, [&](const auto& id) { append_text(out, id); });
}

// A member that is not there is an empty list: heads of older runs lack some.
bool read_ids(const JsonObject& object, std::string_view name, std::vector<std::string>& ids) {
  JsonArray array;
  if (const auto error = object[name].get(array); error != simdjson::SUCCESS) {
    return error == simdjson::NO_SUCH_FIELD;
  }
  for (const JsonElement element : array) {
    std::string_view id;
    if (element.get(id) != simdjson::SUCCESS) return false;
    ids.emplace_back(id);
  }
  return true;
}

std::unexpected<Error> corrupt() {
  return fail({.code = ErrorCode::corrupt_data, .detail = "the head of a placement run"});
}

void append_input(std::string& out, const RunHead& head) {
  out += ",\"mode\":";
  append_text(out, word(head.mode));
  out += ",\"version\":";
  append_text(out, head.version);
  out += ",\"as_of\":";
  append_text(out, head.as_of);
}

void append_described(std::string& out, const RunHead& head) {
  append_input(out, head);
  append_member(out, "request", head.request);
  append_member(out, "report", head.report);
  append_member(out, "failure", head.failure);
  append_member(out, "confirmation", head.confirmation);
}

void append_state(std::string& out, const RunHead& head, int progress) {
  out += "{\"id\":";
  append_text(out, head.id());
  out += ",\"state\":";
  append_text(out, word(head.state));
  out += ",\"progress\":";
  append_number(out, progress);
}

}  // namespace

void append_run(std::string& out, const RunHead& head, int progress) {
  append_state(out, head, progress);
  append_described(out, head);
  out += '}';
}

void append_run_summary(std::string& out, const RunHead& head, int progress) {
  append_state(out, head, progress);
  append_input(out, head);
  out += head.confirmation.empty() ? ",\"confirmed\":false}" : ",\"confirmed\":true}";
}

Result<std::uint64_t> run_number(std::string_view id) {
  std::uint64_t number = 0;
  const auto* last = id.data() + id.size();
  if (id.starts_with('R')) {
    const auto [end, error] = std::from_chars(id.data() + 1, last, number);
    if (error == std::errc{} && end == last && number != 0) return number;
  }
  return fail({.code = ErrorCode::not_found, .field = "id", .value = excerpt(id)});
}

Document head_document(const RunHead& head) {
  Document document{.name = fmt::format("{}{:020}", kRunHeads, head.number), .value = {}};
  fmt::format_to(std::back_inserter(document.value), R"({{"number":{},"state":"{}")", head.number,
                 word(head.state));
  append_described(document.value, head);
  if (head.from_scores) document.value += ",\"from_scores\":true";
  if (head.retraceable) document.value += ",\"retraceable\":true";
  append_ids(document.value, "firsts", head.firsts);
  append_ids(document.value, "posting_firsts", head.posting_firsts);
  document.value += '}';
  return document;
}

Result<RunHead> parse_head(std::string_view document) {
  JsonParser parser;
  const auto object = parser.parse_object(document);
  if (!object) return corrupt();
  RunHead head{.version = text_member(*object, "version"),
               .as_of = text_member(*object, "as_of"),
               .request = json_member(*object, "request"),
               .report = json_member(*object, "report"),
               .failure = json_member(*object, "failure"),
               .confirmation = json_member(*object, "confirmation"),
               .firsts = {},
               .posting_firsts = {}};
  const auto state = parse_word<RunState>(text_member(*object, "state"));
  const auto mode = parse_word<PlacementMode>(text_member(*object, "mode"));
  const bool sound = state && mode && (*object)["number"].get(head.number) == simdjson::SUCCESS &&
                     read_ids(*object, "firsts", head.firsts) &&
                     read_ids(*object, "posting_firsts", head.posting_firsts);
  if (!sound) return corrupt();
  head.state = *state;
  head.mode = *mode;
  head.from_scores = flag_member(*object, "from_scores");
  head.retraceable = flag_member(*object, "retraceable");
  return head;
}

std::string piece_name(PieceKind kind, std::uint64_t number, std::size_t piece) {
  return fmt::format("runs/{}/{:020}/{:06}", kind == PieceKind::rows ? "rows" : "postings", number, piece);
}

}  // namespace talentmatch
