#include "tools/place_request.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

namespace talentmatch {
namespace {

Outcome<std::ifstream> open_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return give_up(fmt::format("{}: {}", path.string(), std::strerror(errno)));
  return file;
}

Outcome<void> add_object(std::string& out, std::string_view name, const std::filesystem::path& path) {
  if (path.empty()) return {};
  auto file = open_text(path);
  if (!file) return std::unexpected(std::move(file.error()));
  out += fmt::format(R"(,"{}":)", name);
  out.append(std::istreambuf_iterator<char>(*file), {});
  return {};
}

// Line n becomes item n-1; a blank line too, so that errors name the right one.
Outcome<void> add_lines(std::string& out, std::string_view name, const std::filesystem::path& path) {
  if (path.empty()) return {};
  auto file = open_text(path);
  if (!file) return std::unexpected(std::move(file.error()));
  out += fmt::format(R"(,"{}":[)", name);
  bool first = true;
  for (std::string line; std::getline(*file, line); first = false) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      return give_up(fmt::format("{}: a blank line", path.string()));
    }
    if (!first) out += ',';
    out += line;
  }
  out += ']';
  return {};
}

}  // namespace

Outcome<std::string> place_request(const PlaceArguments& arguments) {
  auto out = fmt::format(R"({{"mode":"{}","seed":{},"length":{},"per_graduate":{},"per_seat":{},"exact":{})",
                         arguments.mode, arguments.seed, arguments.length, arguments.per_graduate,
                         arguments.per_seat, arguments.exact);
  if (!arguments.as_of.empty()) out += fmt::format(R"(,"as_of":"{}")", arguments.as_of);
  if (auto added = add_object(out, "policy", arguments.policy); !added) return std::unexpected(added.error());
  if (auto added = add_object(out, "scope", arguments.scope); !added) return std::unexpected(added.error());
  for (const auto& [name, path] :
       {std::pair{"choices", &arguments.choices}, std::pair{"priorities", &arguments.priorities},
        std::pair{"priority_groups", &arguments.priority_groups}}) {
    if (auto added = add_lines(out, name, *path); !added) return std::unexpected(added.error());
  }
  return out + "}";
}

}  // namespace talentmatch
