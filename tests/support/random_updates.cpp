#include "tests/support/random_updates.hpp"

#include <algorithm>

namespace talentmatch::testing {
namespace {

// Applies each change to the world and notes its mutation.
class Updater {
 public:
  Updater(RandomWorld& world, Dice& dice) : world_(world.records), palette_(world.palette), dice_(dice) {}

  void change_graduate() {
    const auto id = known_or_new(world_.graduates);
    if (dice_.chance(40) && reference::find(world_.graduates, id) != nullptr) return remove_graduate(id);
    put_record(random_graduate(palette_, ids_of(world_), dice_, id));
  }

  void change_posting() {
    const auto id = known_or_new(world_.postings);
    if (dice_.chance(40) && reference::find(world_.postings, id) != nullptr) {
      return remove_record(Collection::postings, id);
    }
    put_record(random_posting(palette_, ids_of(world_), dice_, id));
  }

  void change_placement() {
    if (world_.graduates.empty() || world_.postings.empty()) return;
    const auto id = known_or_new(world_.placements);
    if (dice_.chance(30) && reference::find(world_.placements, id) != nullptr) {
      return remove_record(Collection::placements, id);
    }
    put_record(random_placement(palette_, ids_of(world_), dice_, id));
  }

  void change_tie() {
    const auto id = known_or_new(world_.ties);
    if (dice_.chance(40) && reference::find(world_.ties, id) != nullptr) {
      return remove_record(Collection::ties, id);
    }
    put_record(random_tie(palette_, ids_of(world_), dice_, id));
  }

  void change_employer() {
    const auto id = known_or_new(world_.employers);
    const bool removable = world_.employers.size() > 1 && reference::find(world_.employers, id) != nullptr &&
                           !employer_in_use(world_, id);
    if (removable) return remove_record(Collection::employers, id);
    put_record(random_employer(palette_, dice_, id));
  }

  void change_school() {
    const auto id = known_or_new(world_.schools);
    const bool removable = world_.schools.size() > 1 && reference::find(world_.schools, id) != nullptr &&
                           !school_in_use(world_, id);
    if (removable) return remove_record(Collection::schools, id);
    put_record(random_school(palette_, dice_, id));
  }

  std::vector<Mutation> take() && { return std::move(mutations_); }

 private:
  template <class R>
  std::string known_or_new(const std::vector<R>& records) {
    if (!records.empty() && dice_.chance(75)) return dice_.pick(records).id;
    std::vector<std::string> taken;
    return random_id(dice_, taken);
  }

  void put_record(const Record& record) {
    put(world_, record);
    mutations_.push_back(put_mutation(record));
  }

  void remove_record(Collection collection, const std::string& id) {
    remove(world_, collection, id);
    mutations_.push_back(removal(collection, id));
  }

  // A graduate's placements go with the graduate.
  void remove_graduate(const std::string& id) {
    const auto placements = world_.placements;
    for (const Placement& placement : placements) {
      if (placement.graduate == id) remove_record(Collection::placements, placement.id);
    }
    remove_record(Collection::graduates, id);
  }

  reference::World& world_;
  const Palette& palette_;
  Dice& dice_;
  std::vector<Mutation> mutations_;
};

}  // namespace

std::vector<Mutation> random_updates(RandomWorld& world, Dice& dice, int count) {
  Updater updater(world, dice);
  for (int i = 0; i < count; ++i) {
    const int what = dice.between(1, 100);
    if (what <= 30) {
      updater.change_graduate();
    } else if (what <= 65) {
      updater.change_posting();
    } else if (what <= 80) {
      updater.change_placement();
    } else if (what <= 88) {
      updater.change_tie();
    } else if (what <= 95) {
      updater.change_employer();
    } else {
      updater.change_school();
    }
  }
  return std::move(updater).take();
}

}  // namespace talentmatch::testing
