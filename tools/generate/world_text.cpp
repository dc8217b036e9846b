#include "tools/generate/world_text.hpp"

#include <algorithm>

#include "storage/codec/record_json.hpp"

namespace talentmatch {

WorldText::WorldText(const World& world, const Catalog& catalog, Collection collection)
    : world_(world), catalog_(catalog), collection_(collection), count_(world.count(collection)) {}

std::size_t WorldText::read(std::span<char> buffer) {
  if (text_.size() - taken_ < buffer.size()) make_more(buffer.size());
  const auto size = std::min(buffer.size(), text_.size() - taken_);
  std::copy_n(text_.data() + taken_, size, buffer.data());
  taken_ += size;
  return size;
}

void WorldText::make_more(std::size_t wanted) {
  text_.erase(0, taken_);
  taken_ = 0;
  for (; next_ < count_ && text_.size() < wanted; ++next_) {
    append_json(text_, world_.record(collection_, next_), catalog_);
    text_ += '\n';
  }
}

}  // namespace talentmatch
