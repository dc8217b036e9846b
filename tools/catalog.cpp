#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "storage/codec/json_text.hpp"
#include "tools/access.hpp"
#include "tools/commands.hpp"

namespace talentmatch {
namespace {

struct CatalogArguments {
  Access access;
  std::string code;
  std::string entry;
};

// Names and values of an answer, in order.
using Facts = std::vector<std::pair<std::string, std::string>>;
using Look = Outcome<Facts> (*)(const Catalog& catalog, const CatalogArguments& arguments);

void print(const Facts& facts, bool json) {
  std::string out;
  for (const auto& [name, value] : facts) {
    if (!json) {
      out += fmt::format("{:<14} {}\n", name, value);
      continue;
    }
    out += out.empty() ? '{' : ',';
    append_text(out, name);
    out += ':';
    append_text(out, value);
  }
  fmt::print("{}{}", out, json ? "}\n" : "");
}

Outcome<Facts> counts(const Catalog& catalog, const CatalogArguments&) {
  return Facts{{"version", std::string(catalog.version())},
               {"majors", std::to_string(catalog.major_count())},
               {"entries", std::to_string(catalog.entry_count())},
               {"certificates", std::to_string(catalog.certificate_count())},
               {"regions", std::to_string(catalog.region_count())},
               {"clusters", std::to_string(catalog.cluster_count())},
               {"occupations", catalog.has_occupations() ? "loaded" : "not loaded"}};
}

std::string named(const Catalog& catalog, EntryId entry) {
  return fmt::format("{} {}", catalog.code_of(entry), catalog.name_of(entry));
}

// By code, or by exact unique name.
Outcome<EntryId> find_entry(const Catalog& catalog, const std::string& text, Language language) {
  if (const auto major = catalog.major_named(text)) return Catalog::entry_of(*major);
  const auto entry = catalog.resolve_entry(text);
  if (!entry) return give_up(entry.error(), language);
  return entry->id;
}

Outcome<Facts> major(const Catalog& catalog, const CatalogArguments& arguments) {
  const auto entry = find_entry(catalog, arguments.code, arguments.access.language);
  if (!entry) return std::unexpected(entry.error());
  Facts facts{{"entry", named(catalog, *entry)}};
  if (!catalog.is_major(*entry)) return facts;
  const MajorId id{index_of(*entry)};
  facts.emplace_back("class", named(catalog, catalog.class_of(id)));
  facts.emplace_back("category", named(catalog, catalog.category_of(id)));
  std::string certificates;
  for (const auto certificate : catalog.certificates_of(id)) {
    certificates += fmt::format("{}{} {}", certificates.empty() ? "" : "; ", catalog.id_of(certificate),
                                catalog.name_of(certificate));
  }
  facts.emplace_back("certificates", certificates);
  return facts;
}

Outcome<Facts> region(const Catalog& catalog, const CatalogArguments& arguments) {
  const auto found = catalog.resolve_region(arguments.code);
  if (!found) return give_up(found.error(), arguments.access.language);
  std::string clusters;
  for (std::size_t i = 0; i < catalog.cluster_count(); ++i) {
    if ((catalog.clusters_of(found->id) >> i & 1U) == 0) continue;
    clusters += fmt::format("{}{}", clusters.empty() ? "" : "; ", catalog.cluster_name(i));
  }
  return Facts{{"region", fmt::format("{} {}", catalog.code_of(found->id), catalog.full_name_of(found->id))},
               {"clusters", clusters}};
}

Outcome<Facts> certificate(const Catalog& catalog, const CatalogArguments& arguments) {
  const auto found = catalog.resolve_certificate(arguments.code);
  if (!found) return give_up(found.error(), arguments.access.language);
  std::string majors;
  for (const auto major : catalog.majors_of(*found)) {
    majors += fmt::format("{}{}", majors.empty() ? "" : "; ", named(catalog, Catalog::entry_of(major)));
  }
  return Facts{{"certificate", fmt::format("{} {}", catalog.id_of(*found), catalog.name_of(*found))},
               {"majors", majors}};
}

Outcome<Facts> affinity(const Catalog& catalog, const CatalogArguments& arguments) {
  const auto major = find_entry(catalog, arguments.code, arguments.access.language);
  if (!major) return std::unexpected(major.error());
  if (!catalog.is_major(*major)) return give_up(fmt::format("{}: not a major", arguments.code), kMisused);
  const auto entry = find_entry(catalog, arguments.entry, arguments.access.language);
  if (!entry) return std::unexpected(entry.error());
  return Facts{{"major", named(catalog, *major)},
               {"entry", named(catalog, *entry)},
               {"affinity", std::to_string(catalog.affinity(MajorId{index_of(*major)}, *entry))}};
}

Outcome<int> look_up(const CatalogArguments& arguments, Look look) {
  const auto catalog = open_catalog(arguments.access);
  if (!catalog) return std::unexpected(catalog.error());
  const auto facts = look(**catalog, arguments);
  if (!facts) return std::unexpected(facts.error());
  print(*facts, arguments.access.json);
  return kDone;
}

CLI::App* add_look(CLI::App& command, Action& chosen, const std::shared_ptr<CatalogArguments>& arguments,
                   const std::string& name, const std::string& help, Look look) {
  auto* sub = command.add_subcommand(name, help);
  sub->fallthrough();  // --catalog, --json and --lang are the command's
  sub->add_option("code", arguments->code, "Code")->required();
  sub->callback(
      [&chosen, arguments, look] { chosen = [arguments, look] { return look_up(*arguments, look); }; });
  return sub;
}

}  // namespace

void add_catalog_command(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("catalog", "Counts, version and look-ups of the catalogue");
  auto arguments = std::make_shared<CatalogArguments>();
  add_catalog(*command, arguments->access);
  add_language(*command, arguments->access);
  add_look(*command, chosen, arguments, "major", "A major, class or category by code or name", major);
  add_look(*command, chosen, arguments, "region", "A region by code", region);
  add_look(*command, chosen, arguments, "certificate", "A certificate by id", certificate);
  add_look(*command, chosen, arguments, "affinity", "How near a major is to an accepted entry, 0…100",
           affinity)
      ->add_option("entry", arguments->entry, "Accepted entry: code of a major, class or category")
      ->required();
  command->footer("Example:\n  talentmatch catalog major 510201\n  talentmatch catalog affinity 510201 5102");
  command->callback([&chosen, command, arguments] {
    if (command->get_subcommands().empty()) chosen = [arguments] { return look_up(*arguments, counts); };
  });
}

}  // namespace talentmatch
