#pragma once
// Lines of comma-separated columns in pieces: the form in which the store keeps what a run found. Values hold
// neither commas nor quotes.

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace talentmatch {

template <class Number>
bool read_number(std::string_view text, Number& number, int base = 10) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return error == std::errc{} && end == text.data() + text.size();
}

// Fills the cells and gives their number; what is beyond the last cell is left out, those not there are
// empty.
template <std::size_t Most>
std::size_t split_columns(std::string_view line, std::array<std::string_view, Most>& cells) {
  for (std::size_t count = 0; count < Most; ++count) {
    const auto comma = line.find(',');
    cells[count] = line.substr(0, comma);
    if (comma == std::string_view::npos) return count + 1;
    line.remove_prefix(comma + 1);
  }
  return Most;
}

// Calls f(line) -> Result<void> for every line, without its end; f's error ends it.
template <class F>
auto for_each_line(std::string_view piece, F f) -> decltype(f(piece)) {
  while (!piece.empty()) {
    const auto end = piece.find('\n');
    if (auto done = f(piece.substr(0, end)); !done) return done;
    piece.remove_prefix(end == std::string_view::npos ? piece.size() : end + 1);
  }
  return {};
}

// Lines by ascending key (their first column), in pieces that are small enough to be read for one line.
class Pieces {
 public:
  // The piece to whose end the line of this key belongs; complete lines only.
  std::string& piece_for(std::string_view key) {
    if (pieces_.empty() || pieces_.back().size() >= kPieceBytes) {
      pieces_.emplace_back();
      firsts_.emplace_back(key);
    }
    return pieces_.back();
  }
  const std::vector<std::string>& pieces() const { return pieces_; }
  // The key with which each piece begins.
  const std::vector<std::string>& firsts() const { return firsts_; }

 private:
  static constexpr std::size_t kPieceBytes = std::size_t{8} << 10U;

  std::vector<std::string> pieces_;
  std::vector<std::string> firsts_;
};

}  // namespace talentmatch
