#pragma once
// Employers, schools and the ties between them: small tables that a snapshot holds whole. A slot is given to
// an id when it is first seen and stays its own while the process lives, so rows of other tables can name it.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/market/facts.hpp"
#include "engine/model/records.hpp"

namespace talentmatch {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// id <-> slot. Slots of removed ids are kept for their return.
class SlotMap {
 public:
  std::optional<Slot> find(std::string_view id) const;
  Slot assign(std::string_view id);
  const std::string& id_of(Slot slot) const { return ids_[slot]; }
  std::size_t size() const { return ids_.size(); }

 private:
  std::unordered_map<std::string, Slot, StringHash, std::equal_to<>> slots_;
  std::vector<std::string> ids_;
};

struct EmployerRow {
  bool exists = false;
  bool active = false;
  RegionId region{};
  std::optional<EmployerSize> size;
  std::optional<std::int32_t> hiring_plan;  // seats to fill this year
  std::string name;
};

struct SchoolRow {
  bool exists = false;
  SchoolKind kind{};
  RegionId region{};
  std::string name;
};

template <class Row>
class ActorTable {
 public:
  // The slot of an existing actor.
  std::optional<Slot> find(std::string_view id) const {
    const auto slot = slots_.find(id);
    return slot && rows_[*slot].exists ? slot : std::nullopt;
  }
  const std::string& id_of(Slot slot) const { return slots_.id_of(slot); }
  const Row& operator[](Slot slot) const { return rows_[slot]; }
  std::size_t slots() const { return rows_.size(); }

  Slot put(std::string_view id, Row row) {
    const Slot slot = slots_.assign(id);
    if (slot == rows_.size()) rows_.emplace_back();
    rows_[slot] = std::move(row);
    rows_[slot].exists = true;
    return slot;
  }
  void remove(std::string_view id) {
    if (const auto slot = find(id)) rows_[*slot] = Row{};
  }

 private:
  SlotMap slots_;
  std::vector<Row> rows_;
};

using EmployerTable = ActorTable<EmployerRow>;
using SchoolTable = ActorTable<SchoolRow>;

struct TieRow {
  Slot school = kNoSlot;
  Slot employer = kNoSlot;
  TieKind kind{};
  Date starts{std::numeric_limits<std::int32_t>::min()};
  Date ends = kOpenEnd;

  bool current(Date as_of) const { return starts <= as_of && as_of <= ends; }
};

// Ties by school and by employer, each as one flat range.
class TieTable {
 public:
  TieTable() = default;
  explicit TieTable(std::vector<TieRow> rows);

  std::span<const TieRow> of_school(Slot school) const;
  std::span<const TieRow> of_employer(Slot employer) const;
  bool tied(Slot school, Slot employer, Date as_of) const;

 private:
  std::vector<TieRow> by_school_;    // by school, then employer
  std::vector<TieRow> by_employer_;  // by employer, then school
};

}  // namespace talentmatch
