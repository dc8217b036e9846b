#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "engine/model/date.hpp"
#include "storage/audit/audit_reader.hpp"
#include "storage/codec/backup_json.hpp"
#include "tools/access.hpp"
#include "tools/client.hpp"
#include "tools/commands.hpp"
#include "tools/json_answer.hpp"

namespace talentmatch {
namespace {

struct AuditArguments {
  Access access;
  std::string action;
  std::string person;
  std::string since;
};

// The day's first second in China.
Outcome<std::int64_t> first_second(const std::string& day) {
  constexpr std::int64_t kDay = 86'400;
  constexpr std::int64_t kAhead = 28'800;
  if (day.empty()) return 0;
  const auto date = parse_date(day);
  if (!date) return give_up(fmt::format("--since {}: YYYY-MM-DD", day), kMisused);
  return date->days * kDay - kAhead;
}

Outcome<int> verify_chain(const Store& store, const Access& access) {
  const auto head = verify_audit_log(store);
  if (!head) return give_up(head.error(), access.language);
  const auto count = head->last + 1 - head->first;
  if (access.json) {
    fmt::print("{{\"entries\":{},\"first\":{},\"last\":{},\"link\":\"{}\"}}\n", count, head->first,
               head->last, head->link);
  } else {
    fmt::print("{} entries, {} to {}, each follows from those before; the last link is {}\n", count,
               head->first, head->last, head->link.empty() ? "none" : head->link);
  }
  return kDone;
}

void print_entry(const AuditEntry& entry, bool json) {
  if (json) {
    fmt::print("{}\n", text_of(entry));
    return;
  }
  fmt::print("{:>8}  {}  {}  {}  {}{}{}\n", entry.number, format_moment(entry.seconds), entry.who, entry.what,
             entry.pseudonym.empty() ? "-" : entry.pseudonym.substr(0, 12),
             entry.about.empty() ? "" : "  " + entry.about,
             entry.count == 1 ? "" : fmt::format("  ×{}", entry.count));
}

Outcome<int> list_entries(const Store& store, const AuditArguments& arguments) {
  const auto since = first_second(arguments.since);
  if (!since) return std::unexpected(since.error());
  const bool json = arguments.access.json;
  const auto listed = list_audit_log(store, {.person = arguments.person, .since = *since},
                                     [&](const AuditEntry& entry) { print_entry(entry, json); });
  if (!listed) return give_up(listed.error(), arguments.access.language);
  return kDone;
}

std::string page_target(const AuditArguments& arguments, std::int64_t after) {
  auto target = fmt::format("/v1/admin/audit?limit=1000&after={}", after);
  if (!arguments.person.empty()) target += "&person=" + percent_encoded(arguments.person);
  return target;
}

// The number after which the next page begins; none = that was the last.
Outcome<std::optional<std::int64_t>> print_page(const std::string& answer, std::int64_t since, bool json) {
  simdjson::dom::parser parser;
  JsonElement page;
  if (parser.parse(answer).get(page) != simdjson::SUCCESS) return give_up("the server's answer is not JSON");
  for (const auto& item : list_of(page, "entries")) {
    const auto entry = parse_audit_entry(simdjson::minify(item));
    if (!entry) return give_up(entry.error(), Language::en);
    if (entry->seconds >= since) print_entry(*entry, json);
  }
  const auto next = number_of(page, "next");
  return next == 0 ? std::nullopt : std::optional(next);
}

// The pages that there are when it begins to read the last one: reading them is written down, too.
Outcome<int> list_of_server(const AuditArguments& arguments) {
  const auto since = first_second(arguments.since);
  if (!since) return std::unexpected(since.error());
  const auto client = Client::to(arguments.access);
  if (!client) return std::unexpected(client.error());
  for (std::optional<std::int64_t> after = 0; after;) {
    const auto answer = client->get(page_target(arguments, *after));
    if (!answer) return std::unexpected(answer.error());
    const auto next = print_page(*answer, *since, arguments.access.json);
    if (!next) return std::unexpected(next.error());
    after = *next;
  }
  return kDone;
}

Outcome<int> audit(const AuditArguments& arguments) {
  const auto& data = arguments.access.data;
  if (data.empty() && arguments.access.server.empty())
    return give_up("give --data DIR or --server URL", kMisused);
  if (data.empty() && arguments.action == "verify") {
    return give_up("verify reads a data directory: give --data DIR", kMisused);
  }
  if (data.empty()) return list_of_server(arguments);
  if (!std::filesystem::is_directory(data)) {
    return give_up(fmt::format("{}: no such data directory", data.string()));
  }
  const auto store = Store::open(data);
  if (!store) return give_up(store.error(), arguments.access.language);
  return arguments.action == "verify" ? verify_chain(**store, arguments.access)
                                      : list_entries(**store, arguments);
}

}  // namespace

void add_audit(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("audit", "Check or show the log of who read and wrote what");
  auto arguments = std::make_shared<AuditArguments>();
  command->add_option("action", arguments->action, "verify (the chain is whole) or list")
      ->required()
      ->check(CLI::IsMember({"verify", "list"}));
  command->add_option("--person", arguments->person, "Only entries about this graduate")->type_name("ID");
  command->add_option("--since", arguments->since, "Only entries from this day on")->type_name("DAY");
  add_data(*command, arguments->access);
  add_server(*command, arguments->access);
  add_language(*command, arguments->access);
  command->footer(
      "Persons are shown by pseudonyms; --person finds those of one who was not erased.\nExample:\n"
      "  talentmatch audit verify --data var/data\n"
      "  talentmatch audit list --server http://127.0.0.1:8080 --person G9 --since 2026-06-01");
  command->callback([&chosen, arguments] { chosen = [arguments] { return audit(*arguments); }; });
}

}  // namespace talentmatch
