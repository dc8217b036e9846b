#include "tests/storage/raw_bytes.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <fmt/format.h>
#include <rocksdb/sst_dump_tool.h>
#include <unistd.h>

#include "tests/storage/temporary_directory.hpp"

namespace talentmatch::testing {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string hex(std::string_view text) {
  std::string digits;
  for (const char byte : text) digits += fmt::format("{:02X}", static_cast<unsigned char>(byte));
  return digits;
}

// The tool below talks to the standard output.
class Quiet {
 public:
  Quiet() : output_(::dup(STDOUT_FILENO)) {
    std::fflush(stdout);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::close(nowhere);
  }
  ~Quiet() {
    std::fflush(stdout);
    ::dup2(output_, STDOUT_FILENO);
    ::close(output_);
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  int output_;
};

// RocksDB's own tool, which writes keys and values of all entries in hexadecimal beside the table.
std::string decoded(const fs::path& table) {
  const auto file = "--file=" + table.string();
  const std::array<const char*, 3> arguments{"sst_dump", file.c_str(), "--command=raw"};
  {
    const Quiet quiet;
    rocksdb::SSTDumpTool().Run(static_cast<int>(arguments.size()), arguments.data());
  }
  auto text = table;
  text.replace_extension();
  text += "_dump.txt";
  auto dumped = bytes_of(text);
  if (dumped.empty()) throw std::runtime_error("nothing decoded of " + table.string());
  return dumped;
}

std::string kind_of(const fs::path& file) {
  if (file.has_extension()) return file.extension().string().substr(1);
  const auto name = file.filename().string();
  return name.substr(0, name.find('-'));
}

}  // namespace

std::vector<std::string> files_with(const fs::path& data, std::string_view text) {
  const TemporaryDirectory copy;  // files come and go while the store is open
  std::vector<std::string> kinds;
  for (const auto& file : fs::directory_iterator(data / "records")) {
    std::error_code gone;
    const auto path = copy.path() / file.path().filename();
    fs::copy_file(file.path(), path, gone);
    if (gone) continue;
    const bool table = path.extension() == ".sst";
    const bool found = bytes_of(path).find(text) != std::string::npos ||
                       (table && decoded(path).find(hex(text)) != std::string::npos);
    if (found) kinds.push_back(kind_of(path));
  }
  return kinds;
}

}  // namespace talentmatch::testing
