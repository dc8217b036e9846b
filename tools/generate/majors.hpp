#pragma once
// Which majors are taught and which are asked for: the catalogue's majors by track and category, with the
// measured and assumed shares.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/catalog/catalog.hpp"
#include "tools/generate/weighted.hpp"

namespace talentmatch::world {

// The four catalogues.
enum class Track : std::uint8_t { secondary, junior_college, vocational_bachelor, academic };
inline constexpr std::size_t kTracks = 4;

Track track_of(std::string_view code);  // of a major, class or category
Track track_of(SchoolKind kind);

class Majors {
 public:
  explicit Majors(const Catalog& catalog);

  // Every track has majors; everything below requires it.
  bool usable() const;
  // Categories are numbered within their track: kCategories, for the academic track kDisciplines.
  std::size_t supplied_category(Track track, Random& random) const {
    return offer(track).supply.pick(random);
  }
  // A major of the category; of any, if the catalogue has none there.
  MajorId major_in(Track track, std::size_t category, Random& random) const;
  // A field of work as employers ask for it: a position in kCategories.
  std::size_t demanded_field(Random& random) const { return demand_.pick(random); }
  MajorId demanded(Track track, std::size_t field, Random& random) const;

 private:
  struct Category {
    std::vector<MajorId> majors;  // largest first
    Weighted weights;
  };
  struct Offer {
    std::vector<Category> categories;
    Weighted supply;
  };

  const Offer& offer(Track track) const { return offers_[static_cast<std::size_t>(track)]; }
  void collect(const Catalog& catalog);
  void weigh_categories(Track track);

  std::array<Offer, kTracks> offers_;
  Weighted demand_;
};

}  // namespace talentmatch::world
