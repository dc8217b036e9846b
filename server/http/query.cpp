#include "server/http/query.hpp"

#include <algorithm>
#include <charconv>

#include "storage/codec/text_form.hpp"

namespace talentmatch {

namespace {

Result<void> refuse(std::string_view name, std::string_view detail) {
  constexpr std::size_t kShown = 64;
  const bool showable = is_utf8(name) && name.size() <= kShown;
  return fail({.code = ErrorCode::invalid_option,
               .field = showable ? std::string(name) : std::string(),
               .detail = std::string(detail)});
}

bool is_plain(std::string_view text) {
  return text.find_first_of("%+") == std::string_view::npos;
}

}  // namespace

bool decode_percent(std::string_view text, bool plus_is_space, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out.push_back(plus_is_space && text[i] == '+' ? ' ' : text[i]);
      continue;
    }
    unsigned char byte = 0;
    const auto digits = text.substr(i + 1, 2);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    if (error != std::errc{} || digits.size() != 2 || end != digits.data() + 2) return false;
    out.push_back(static_cast<char>(byte));
    i += 2;
  }
  return true;
}

Result<void> Query::parse(std::string_view query) {
  parameters_.clear();
  buffer_.clear();
  buffer_.reserve(query.size());  // decoding only shortens, so views into the buffer stay good
  while (!query.empty()) {
    const auto end = query.find('&');
    if (const auto pair = query.substr(0, end); !pair.empty()) {
      if (auto added = add(pair); !added) return added;
    }
    query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
  }
  return {};
}

Result<void> Query::add(std::string_view pair) {
  const auto equals = pair.find('=');
  bool sound = true;
  const auto name = decoded(pair.substr(0, equals), sound);
  const auto value =
      equals == std::string_view::npos ? std::string_view{} : decoded(pair.substr(equals + 1), sound);
  if (!sound) return refuse(name, "percent-encoded UTF-8");
  if (get(name)) return refuse(name, "given once");
  if (parameters_.size() == kMaxParameters) return refuse(name, "at most 64 parameters");
  parameters_.push_back({name, value});
  return {};
}

std::string_view Query::decoded(std::string_view text, bool& sound) {
  if (is_plain(text)) {
    sound = sound && is_utf8(text);
    return text;
  }
  const std::size_t start = buffer_.size();
  sound = decode_percent(text, true, buffer_) && sound;
  const auto result = std::string_view(buffer_).substr(start);
  sound = sound && is_utf8(result);
  return result;
}

std::optional<std::string_view> Query::get(std::string_view name) const {
  const auto found = std::ranges::find(parameters_, name, &Parameter::name);
  if (found == parameters_.end()) return std::nullopt;
  return found->value;
}

}  // namespace talentmatch
