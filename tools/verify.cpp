#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/backend.hpp"
#include "tools/collection_files.hpp"
#include "tools/commands.hpp"
#include "tools/verification.hpp"

namespace talentmatch {
namespace {

void print_json(const DataVerification& verification) {
  fmt::print("{{");
  for (const auto& name : collection_names()) {
    fmt::print("\"{}\":{},", name, verification.count(*parse_word<Collection>(name)));
  }
  fmt::print("\"problems\":{}}}\n", verification.problem_count());
}

void print_text(const DataVerification& verification) {
  for (const auto& name : collection_names()) {
    fmt::print("{:>10} {}\n", verification.count(*parse_word<Collection>(name)), name);
  }
  fmt::print("{:>10} problems\n", verification.problem_count());
}

Outcome<int> verify(const Access& access) {
  const auto service = open_service(access, Missing::refused);
  if (!service) return std::unexpected(service.error());
  DataVerification verification((*service)->catalog());
  for (const auto& name : collection_names()) {
    const auto collection = *parse_word<Collection>(name);
    const auto sink = [&](std::string_view bytes) { return verification.take(collection, bytes); };
    if (auto read = (*service)->export_all(collection, sink); !read)
      return give_up(read.error(), access.language);
  }
  for (const auto& problem : verification.problems()) fmt::print(stderr, "{}\n", problem);
  access.json ? print_json(verification) : print_text(verification);
  return verification.problem_count() == 0 ? kDone : kFailed;
}

}  // namespace

void add_verify(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand(
      "verify", "Check that a data directory's records read and their references exist");
  auto access = std::make_shared<Access>();
  add_data(*command, *access);
  command->get_option("--data")->required();
  add_catalog(*command, *access);
  add_language(*command, *access);
  command->footer("Example:\n  talentmatch verify --data var/data");
  command->callback([&chosen, access] { chosen = [access] { return verify(*access); }; });
}

}  // namespace talentmatch
