#include "tools/output.hpp"

#include <cstdio>
#include <fstream>

#include <fmt/format.h>

namespace talentmatch {

Outcome<void> write_to_output(const Producer& produce) {
  bool sound = true;
  auto done = produce([&](std::string_view bytes) {
    sound = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
    return sound;
  });
  if (!sound || std::fflush(stdout) != 0) return give_up("the output cannot be written");
  return done;
}

Outcome<void> write_to_file(const std::filesystem::path& path, const Producer& produce) {
  auto partial = path;
  partial += ".part";
  std::ofstream file(partial, std::ios::binary);
  auto done = produce([&](std::string_view bytes) {
    return static_cast<bool>(file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())));
  });
  file.close();
  if (!file) return give_up(fmt::format("{}: cannot be written", partial.string()));
  if (!done) return done;
  std::error_code error;
  std::filesystem::rename(partial, path, error);
  if (error) return give_up(fmt::format("{}: {}", path.string(), error.message()));
  return {};
}

}  // namespace talentmatch
