#include "server/http/header_values.hpp"

#include <charconv>

#include <boost/beast/core/string.hpp>

namespace talentmatch {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Takes the part before the separator off the front, trimmed.
std::string_view next_part(std::string_view& text, char separator) {
  const auto end = text.find(separator);
  const auto part = trimmed(text.substr(0, end));
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  return part;
}

// In thousandths; 1000 without a q, 0 for one that cannot be read.
int quality(std::string_view parameters) {
  while (!parameters.empty()) {
    auto part = next_part(parameters, ';');
    if (!part.starts_with("q=") && !part.starts_with("Q=")) continue;
    part.remove_prefix(2);
    double value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    return error == std::errc{} && value >= 0 && value <= 1 ? static_cast<int>(value * 1000) : 0;
  }
  return 1000;
}

bool is_chinese(std::string_view tag) {
  return boost::beast::iequals(tag.substr(0, tag.find('-')), "zh");
}

}  // namespace

Language accepted_language(std::string_view header) {
  if (trimmed(header).empty()) return kDefaultLanguage;
  int best = 0;
  Language language = Language::en;
  while (!header.empty()) {
    auto range = next_part(header, ',');
    const auto tag = next_part(range, ';');
    const int liked = quality(range);
    if (liked <= best) continue;
    best = liked;
    if (tag == "*") {
      language = kDefaultLanguage;
    } else {
      language = is_chinese(tag) ? Language::zh : Language::en;
    }
  }
  return language;
}

bool is_media_type(std::string_view header, std::string_view type) {
  return boost::beast::iequals(trimmed(header.substr(0, header.find(';'))), type);
}

bool names_etag(std::string_view header, std::string_view etag) {
  while (!header.empty()) {
    auto tag = next_part(header, ',');
    if (tag == "*") return true;
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag == etag && !tag.empty()) return true;
  }
  return false;
}

std::optional<std::string_view> bearer_token(std::string_view header) {
  const auto space = header.find(' ');
  if (space == std::string_view::npos || !boost::beast::iequals(header.substr(0, space), "Bearer")) {
    return std::nullopt;
  }
  return trimmed(header.substr(space));
}

}  // namespace talentmatch
