#include <memory>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tools/commands.hpp"
#include "tools/json_answer.hpp"
#include "tools/keys_backend.hpp"
#include "tools/table.hpp"

namespace talentmatch {
namespace {

struct KeysCommand {
  Access access;
  std::string id;
  std::vector<std::string> scopes;
  std::vector<std::string> schools;
  std::vector<std::string> employers;
  std::string expires;
  int overlap = 0;  // hours
};

Outcome<KeySpec> spec_of(const KeysCommand& command) {
  KeySpec spec{.id = command.id, .reach = {.schools = command.schools, .employers = command.employers}};
  for (const auto& name : command.scopes) spec.scopes.add(*parse_word<Scope>(name));
  if (command.expires.empty()) return spec;
  spec.expires = parse_date(command.expires);
  if (!spec.expires) return give_up("--expires: YYYY-MM-DD", kMisused);
  return spec;
}

// The key alone goes to the output, so that it can go on into a file.
Outcome<int> show_issued(const KeysCommand& command, const Outcome<std::string>& answer) {
  if (!answer) return std::unexpected(answer.error());
  simdjson::dom::parser parser;
  JsonElement issued;
  if (command.access.json || parser.parse(*answer).get(issued) != simdjson::SUCCESS) {
    fmt::print("{}\n", *answer);
    return kDone;
  }
  const bool zh = command.access.language == Language::zh;
  fmt::print(stderr, "{}\n",
             zh ? "请立即保存此密钥，之后不再显示：" : "Keep this key now, it is not shown again:");
  fmt::print("{}\n", text_of(issued, "key"));
  return kDone;
}

Outcome<int> add(const KeysCommand& command) {
  const auto spec = spec_of(command);
  if (!spec) return std::unexpected(spec.error());
  const auto keys = KeysBackend::open(command.access, Missing::created);
  if (!keys) return std::unexpected(keys.error());
  return show_issued(command, keys->add(*spec));
}

Outcome<int> rotate(const KeysCommand& command) {
  const auto keys = KeysBackend::open(command.access, Missing::refused);
  if (!keys) return std::unexpected(keys.error());
  return show_issued(command, keys->rotate(command.id, std::chrono::hours(command.overlap)));
}

Outcome<int> revoke(const KeysCommand& command) {
  const auto keys = KeysBackend::open(command.access, Missing::refused);
  if (!keys) return std::unexpected(keys.error());
  if (const auto revoked = keys->revoke(command.id); !revoked) return std::unexpected(revoked.error());
  fmt::print(stderr, "{}\n", command.access.language == Language::zh ? "已吊销" : "revoked");
  return kDone;
}

std::string joined(const JsonElement& key, std::string_view name) {
  std::vector<std::string_view> words;
  for (const auto& item : list_of(key, name)) words.push_back(item.get_string().value());
  return fmt::format("{}", fmt::join(words, ","));
}

TableRow row_of(const JsonElement& key) {
  const bool schools = has(key, "schools");
  const bool employers = has(key, "employers");
  const std::string limit = schools     ? "schools " + joined(key, "schools")
                            : employers ? "employers " + joined(key, "employers")
                                        : "";
  return {.cells = {std::string(text_of(key, "id")), joined(key, "scopes"), limit,
                    std::string(text_of(key, "expires")), std::string(text_of(key, "created"))},
          .notes = {}};
}

Outcome<int> list(const KeysCommand& command) {
  const auto keys = KeysBackend::open(command.access, Missing::refused);
  if (!keys) return std::unexpected(keys.error());
  const auto answer = keys->list();
  if (!answer) return std::unexpected(answer.error());
  simdjson::dom::parser parser;
  JsonElement all;
  if (command.access.json || parser.parse(*answer).get(all) != simdjson::SUCCESS) {
    fmt::print("{}\n", *answer);
    return kDone;
  }
  std::vector<TableRow> rows{{.cells = {"key", "scopes", "limited to", "last day", "created"}, .notes = {}}};
  for (const auto& key : list_of(all, "keys")) rows.push_back(row_of(key));
  fmt::print("{}", format_table(rows));
  return kDone;
}

using Run = Outcome<int> (*)(const KeysCommand&);

CLI::App& add_verb(CLI::App& keys, Action& chosen, const std::shared_ptr<KeysCommand>& arguments,
                   std::pair<const char*, const char*> words, Run run) {
  auto* verb = keys.add_subcommand(words.first, words.second);
  add_data(*verb, arguments->access);
  add_server(*verb, arguments->access);
  add_language(*verb, arguments->access);
  verb->callback([&chosen, arguments, run] { chosen = [arguments, run] { return run(*arguments); }; });
  return *verb;
}

void add_spec(CLI::App& verb, KeysCommand& command) {
  verb.add_option("--scopes", command.scopes, "What it may do, of read, write, place, metrics, admin")
      ->delimiter(',')
      ->check(CLI::IsMember(std::vector<std::string>(words<Scope>.begin(), words<Scope>.end())))
      ->required();
  verb.add_option("--schools", command.schools, "Only these schools' graduates")
      ->delimiter(',')
      ->type_name("ID,…");
  verb.add_option("--employers", command.employers, "Only these employers' postings and their candidates")
      ->delimiter(',')
      ->type_name("ID,…");
  verb.add_option("--expires", command.expires, "Its last day")->type_name("YYYY-MM-DD");
}

}  // namespace

void add_keys(CLI::App& program, Action& chosen) {
  auto* keys = program.add_subcommand("keys", "Who may ask the server for what");
  keys->require_subcommand(1);
  auto arguments = std::make_shared<KeysCommand>();
  auto& added = add_verb(*keys, chosen, arguments, {"add", "Make a key and tell it, this once"}, add);
  add_spec(added, *arguments);
  add_verb(*keys, chosen, arguments, {"list", "All keys, without their secrets"}, list);
  auto& revoked = add_verb(*keys, chosen, arguments, {"revoke", "End a key at once"}, revoke);
  auto& rotated = add_verb(*keys, chosen, arguments, {"rotate", "Give a key a new secret"}, rotate);
  rotated.add_option("--overlap", arguments->overlap, "For so long the old one stays valid; default 0")
      ->type_name("HOURS")
      ->check(CLI::Range(0, 24 * 90));
  for (auto* verb : {&added, &revoked, &rotated}) {
    verb->add_option("name", arguments->id, "The key's name")->required();
  }
  keys->footer(
      "Without any key a server serves this machine only, and everybody on it. Where a server holds the "
      "data, "
      "use --server\nwith a key of scope admin.\nExample:\n  talentmatch keys add portal --scopes read,write "
      "--data var/data\n  talentmatch keys rotate portal --overlap 24 --server http://127.0.0.1:8080");
}

}  // namespace talentmatch
