#pragma once
// spec 2's region value of every region for one graduate, and where the near ones are: a search visits near
// places first and knows the best value of what remains.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "engine/market/facts.hpp"

namespace talentmatch {

// near: in a wish, or in the prefecture of a wish or of the home; middle: same cluster or province.
enum class Nearness : std::uint8_t { near, middle, far, excluded };

class RegionTable {
 public:
  // `matters` = the score depends on regions; if not, all values are 0. Only regions inside `allowed` count,
  // unless it is empty. Reuses its memory.
  void fill(const Catalog& catalog, const GraduateFacts& graduate, bool matters,
            std::span<const RegionRange> allowed);

  std::int32_t value(RegionId region) const { return values_[index_of(region)]; }
  Nearness nearness(RegionId region) const {
    const auto value = values_[index_of(region)];
    if (value == kExcluded) return Nearness::excluded;
    if (value >= near_from_) return Nearness::near;
    return value >= middle_from_ ? Nearness::middle : Nearness::far;
  }
  // The classes that can occur, best first, and the highest value that each may have.
  std::span<const Nearness> classes() const { return std::span{classes_}.first(class_count_); }
  std::int32_t best(Nearness nearness) const { return best_[static_cast<std::size_t>(nearness)]; }
  // Disjoint and ascending; together they cover the class. Far regions are everywhere else.
  std::span<const RegionRange> ranges(Nearness nearness) const {
    return nearness == Nearness::near ? near_ : middle_;
  }

 private:
  static constexpr std::uint8_t kExcluded = 255;
  static constexpr std::uint8_t kNever = 101;

  void set(RegionRange range, std::int32_t value);
  void raise_near_places(const Catalog& catalog, const GraduateFacts& graduate);
  void restrict_to(std::span<const RegionRange> allowed);
  void classify(std::initializer_list<Nearness> classes);

  std::vector<std::uint8_t> values_;
  std::uint8_t near_from_ = kNever;
  std::uint8_t middle_from_ = kNever;
  std::array<std::int32_t, 3> best_{};
  std::array<Nearness, 3> classes_{};
  std::size_t class_count_ = 0;
  std::vector<RegionRange> near_;
  std::vector<RegionRange> middle_;
};

// Region ranges are nested or disjoint: keeps the outermost, ascending.
void keep_outermost(std::vector<RegionRange>& ranges);
// What lies in both sets of disjoint ranges.
std::vector<RegionRange> intersection(std::span<const RegionRange> a, std::span<const RegionRange> b);

}  // namespace talentmatch
