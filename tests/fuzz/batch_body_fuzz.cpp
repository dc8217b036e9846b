// First byte: the side; the rest: a batch body. Each item can be made on its own, and its profile is one that
// reads back.

#include "storage/codec/batch_body.hpp"
#include "storage/codec/text_form.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace talentmatch::fuzz {
namespace {

std::string written(const Record& record) {
  std::string json;
  append_json(json, record, catalog());
  return json;
}

void check_asked(const std::string& id) {
  require(is_id(id));
}

void check_asked(const Graduate& profile) {
  const std::string json = written(profile);
  const auto again = RecordParser().parse_profile_graduate(json, catalog());
  require(again && written(again->record) == json);
}

void check_asked(const Posting& profile) {
  const std::string json = written(profile);
  const auto again = RecordParser().parse_profile_posting(json, catalog());
  require(again && written(again->record) == json);
}

void check(Side side, std::string_view text) {
  const auto body = BatchBody::parse(side, text, {}, catalog());
  if (!body) return;
  require(body->size() >= 1 && body->size() <= BatchBody::kMaxItems);
  for (std::size_t i = 0; i < body->size(); ++i) {
    const auto item = body->item(i);
    if (item) std::visit([](const auto& asked) { check_asked(asked); }, item->asked);
  }
}

}  // namespace
}  // namespace talentmatch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace talentmatch;
  if (size == 0) return 0;
  const Side side = data[0] % 2 == 0 ? Side::postings : Side::graduates;
  fuzz::check(side, fuzz::text(data + 1, size - 1));
  return 0;
}
