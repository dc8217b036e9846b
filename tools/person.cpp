#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/backend.hpp"
#include "tools/commands.hpp"
#include "tools/json_answer.hpp"

namespace talentmatch {
namespace {

struct PersonArguments {
  Access access;
  std::string action;
  std::string id;
};

void print_erasure(const std::string& answer, Language language) {
  simdjson::dom::parser parser;
  JsonElement erased;
  bool record = false;
  if (parser.parse(answer).get(erased) != simdjson::SUCCESS ||
      erased["record"].get(record) != simdjson::SUCCESS) {
    fmt::print("{}\n", answer);
    return;
  }
  const bool zh = language == Language::zh;
  const auto placements = number_of(erased, "placements");
  const auto runs = number_of(erased, "runs");
  if (!record) fmt::print("{}", zh ? "没有此编号的记录。\n" : "There was no record of this id.\n");
  fmt::print(
      fmt::runtime(zh ? "已彻底删除：记录 {}、去向 {}、安置方案 {} 个。备份在到期前仍保留此人。\n"
                      : "erased: {} record, {} placements, rows of {} placement runs. Backups keep the "
                        "person until they expire.\n"),
      record ? 1 : 0, placements, runs);
}

Outcome<int> person(const PersonArguments& arguments) {
  const auto backend = Backend::open(arguments.access);
  if (!backend) return std::unexpected(backend.error());
  const bool erase = arguments.action == "erase";
  const auto answer = erase ? backend->erase_person(arguments.id) : backend->person_data(arguments.id);
  if (!answer) return std::unexpected(answer.error());
  if (erase && !arguments.access.json) {
    print_erasure(*answer, arguments.access.language);
  } else {
    fmt::print("{}\n", *answer);
  }
  return kDone;
}

}  // namespace

void add_person(CLI::App& program, Action& chosen) {
  auto* command =
      program.add_subcommand("person", "Export or erase everything that is stored about one graduate");
  auto arguments = std::make_shared<PersonArguments>();
  command->add_option("action", arguments->action, "export (as JSON) or erase (for good, also from the disk)")
      ->required()
      ->check(CLI::IsMember({"export", "erase"}));
  command->add_option("id", arguments->id, "The graduate's id")->required()->type_name("ID");
  add_access(*command, arguments->access);
  command->footer(
      "Example:\n  talentmatch person export G9 --data var/data > G9.json\n"
      "  talentmatch person erase G9 --server http://127.0.0.1:8080");
  command->callback([&chosen, arguments] { chosen = [arguments] { return person(*arguments); }; });
}

}  // namespace talentmatch
