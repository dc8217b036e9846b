#include "tests/server/answer_record.hpp"

#include <cstdlib>
#include <fstream>
#include <mutex>

#include <fmt/format.h>

namespace talentmatch::testing {
namespace {

struct Record {
  std::mutex mutex;
  std::ofstream file;
};

Record* opened_record() {
  const char* path = std::getenv("RECORD_ANSWERS");
  if (path == nullptr) return nullptr;
  static Record record{.mutex = {}, .file = std::ofstream(path, std::ios::binary | std::ios::trunc)};
  return &record;
}

}  // namespace

void record_answer(std::string_view method, std::string_view target, const HttpAnswer& answer) {
  auto* record = opened_record();
  if (record == nullptr || !answer.whole) return;
  const std::scoped_lock lock(record->mutex);
  record->file << fmt::format("{} {} {} {} {}\n{}\n", method, target, answer.status, answer.body.size(),
                              answer.field("content-type"), answer.body);
}

}  // namespace talentmatch::testing
