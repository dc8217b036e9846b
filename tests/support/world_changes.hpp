#pragma once
// Records of a world put and removed by hand, and what refers to what.

#include <string_view>

#include "engine/market/market.hpp"
#include "tests/reference/world.hpp"

namespace talentmatch::testing {

// Replaces the record of that id, or adds it.
void put(reference::World& world, const Record& record);
void remove(reference::World& world, Collection collection, std::string_view id);

bool school_in_use(const reference::World& world, std::string_view school);
bool employer_in_use(const reference::World& world, std::string_view employer);

Mutation put_mutation(Record record);
Mutation removal(Collection collection, std::string_view id);
// The whole world as mutations, in an order that references allow.
std::vector<Mutation> mutations_of(const reference::World& world);

}  // namespace talentmatch::testing
