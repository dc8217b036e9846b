#include <algorithm>
#include <fstream>
#include <limits>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "tools/backend.hpp"
#include "tools/collection_files.hpp"
#include "tools/commands.hpp"
#include "tools/generate/world_text.hpp"
#include "tools/import_report.hpp"
#include "tools/progress.hpp"

namespace talentmatch {
namespace {

struct GenerateArguments {
  Access access;
  std::filesystem::path out;
  WorldOptions world;
  std::uint32_t scale = 1;
};

Outcome<WorldOptions> scaled(WorldOptions options, std::uint64_t factor) {
  for (auto* size : {&options.schools, &options.graduates, &options.employers, &options.postings}) {
    const auto larger = factor * *size;
    if (factor == 0 || larger > std::numeric_limits<std::int32_t>::max())
      return give_up("--scale: too large or 0", kMisused);
    *size = static_cast<std::uint32_t>(larger);
  }
  return options;
}

ByteSource source_of(WorldText& text, std::uint32_t count, Progress& progress) {
  return [&text, count, &progress](char* buffer, std::size_t capacity) -> Result<std::size_t> {
    const auto size = text.read({buffer, capacity});
    progress.update(text.records_made() / std::max(1.0, static_cast<double>(count)), text.records_made());
    return size;
  };
}

Outcome<void> write_file(const ByteSource& source, const std::filesystem::path& path) {
  std::ofstream file(path, std::ios::binary);
  std::string buffer(1U << 20U, '\0');
  for (auto size = source(buffer.data(), buffer.size()); size && *size > 0;
       size = source(buffer.data(), buffer.size())) {
    file.write(buffer.data(), static_cast<std::streamsize>(*size));
  }
  file.close();
  if (!file) return give_up(fmt::format("{}: cannot be written", path.string()));
  return {};
}

Outcome<void> take_in(const Backend& backend, Collection collection, const ByteSource& source) {
  ImportReport report(std::string(word(collection)), nullptr);
  const auto sink = [&](std::string_view bytes) { return report.take(bytes); };
  auto done = backend.import(collection, ImportMode::upsert, source, sink);
  if (done && (report.totals().empty() || report.rejected() > 0)) return give_up("records were refused");
  return done;
}

Outcome<void> deliver(const GenerateArguments& arguments, const Backend* backend, Collection collection,
                      const ByteSource& source) {
  if (backend != nullptr) return take_in(*backend, collection, source);
  return write_file(source, arguments.out / file_name(collection));
}

void print_count(const GenerateArguments& arguments, Collection collection, std::uint32_t count) {
  if (arguments.access.json) {
    fmt::print("{{\"collection\":\"{}\",\"records\":{}}}\n", word(collection), count);
  } else {
    fmt::print("{:>10} {}\n", count, word(collection));
  }
}

Outcome<void> deliver_all(const GenerateArguments& arguments, const World& world, const Catalog& catalog,
                          const Backend* backend) {
  for (const auto collection : kWorldCollections) {
    WorldText text(world, catalog, collection);
    const auto count = world.count(collection);
    {
      Progress progress(std::string(word(collection)), "records");
      auto done = deliver(arguments, backend, collection, source_of(text, count, progress));
      if (!done) return done;
    }
    print_count(arguments, collection, count);
  }
  return {};
}

Outcome<int> generate(const GenerateArguments& arguments) {
  const auto& access = arguments.access;
  const bool into_data = !access.data.empty() || !access.server.empty();
  if (into_data == !arguments.out.empty())
    return give_up("give one of --out DIR, --data DIR, --server URL", kMisused);
  const auto options = scaled(arguments.world, arguments.scale);
  if (!options) return std::unexpected(options.error());
  const auto catalog = open_catalog(access);
  if (!catalog) return std::unexpected(catalog.error());
  const auto world = World::create(**catalog, *options);
  if (!world) return give_up(message(world.error(), access.language), kMisused);
  Outcome<void> done;
  if (into_data) {
    const auto backend = Backend::open(access, Missing::created);
    if (!backend) return std::unexpected(backend.error());
    done = deliver_all(arguments, *world, **catalog, &*backend);
  } else {
    std::error_code error;
    std::filesystem::create_directories(arguments.out, error);
    if (error) return give_up(fmt::format("{}: {}", arguments.out.string(), error.message()));
    done = deliver_all(arguments, *world, **catalog, nullptr);
  }
  if (!done) return std::unexpected(done.error());
  return kDone;
}

void add_sizes(CLI::App& command, GenerateArguments& arguments) {
  const CLI::Range any_size(0, std::numeric_limits<std::int32_t>::max());
  auto& world = arguments.world;
  command.add_option("--seed", world.seed, "Another seed, another world (default 1)")->type_name("N");
  command.add_option("--schools", world.schools, "Default 1567")->type_name("N")->check(any_size);
  command.add_option("--graduates", world.graduates, "Default 286553")->type_name("N")->check(any_size);
  command.add_option("--employers", world.employers, "Default 3027")->type_name("N")->check(any_size);
  command.add_option("--postings", world.postings, "Default 216291")->type_name("N")->check(any_size);
  command.add_option("--scale", arguments.scale, "Multiply all sizes")->type_name("N");
}

void add_variants(CLI::App& command, WorldOptions& world) {
  command
      .add_option("--seats-per-graduate", world.seats_per_graduate,
                  "Fit headcounts: seats of open jobs per seeker")
      ->type_name("X");
  command.add_flag("--seats", world.single_seats, "Count positions as seats: one for each posting");
  command.add_option("--any-major", world.any_major, "Share of postings open to any major, 0…1")
      ->type_name("X");
  command.add_option("--hot-major", world.hot_major, "A fifth of graduates and postings turn to this major")
      ->type_name("CODE");
  command.add_flag("--government", world.government, "Posts as the civil service asks for them");
}

}  // namespace

void add_generate(CLI::App& program, Action& chosen) {
  auto* command = program.add_subcommand("generate", "Make up a whole portal's world from a seed");
  auto arguments = std::make_shared<GenerateArguments>();
  command->add_option("--out", arguments->out, "Folder for NDJSON files; or straight into --data or --server")
      ->type_name("DIR");
  add_sizes(*command, *arguments);
  add_variants(*command, arguments->world);
  add_access(*command, arguments->access);
  command->footer(
      "What is measured and what is assumed: docs/generator.md.\n"
      "Example:\n  talentmatch generate --out var/world --seed 1\n"
      "  talentmatch generate --data var/tight --seats-per-graduate 0.9");
  command->callback([&chosen, arguments] { chosen = [arguments] { return generate(*arguments); }; });
}

}  // namespace talentmatch
