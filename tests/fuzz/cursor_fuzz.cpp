// A cursor as it comes in, and the same bytes as the contents of one that is given out.

#include "storage/codec/cursor.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace talentmatch::fuzz {
namespace {

void check_incoming(std::string_view text) {
  const auto cursor = decode_cursor(text);
  if (cursor) require(encode_cursor(cursor->key, cursor->as_of) == text);
}

void check_outgoing(std::string_view text) {
  const std::size_t half = text.size() / 2;
  const PageKey key{.score = static_cast<std::int32_t>(text.size() % 1001),
                    .posted = kNeverPosted,
                    .id = std::string(text.substr(0, half)),
                    .version = std::string(text.substr(half))};
  const auto cursor = decode_cursor(encode_cursor(key, Date{20'000}));
  if (!cursor) return;
  require(cursor->key.score == key.score && cursor->key.posted == key.posted);
  require(cursor->key.id == key.id && cursor->key.version == key.version);
  require(cursor->as_of == Date{20'000});
}

}  // namespace
}  // namespace talentmatch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace talentmatch;
  fuzz::check_incoming(fuzz::text(data, size));
  fuzz::check_outgoing(fuzz::text(data, size));
  return 0;
}
