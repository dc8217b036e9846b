#pragma once
// The fields of a placement request and of what it is made of.

#include "storage/codec/field_reader.hpp"
#include "storage/codec/placement_formats.hpp"
#include "storage/codec/placement_request.hpp"

namespace talentmatch {

using IdListFormat = LongListFormat<std::string, IdFormat>;
template <class T>
using ObjectListFormat = LongListFormat<T, ObjectFormat<T>>;

template <>
inline constexpr auto fields<GraduateGroup> = std::tuple{
    optional("levels", &GraduateGroup::levels, WordFormat<Level>{}),
    optional("school_kinds", &GraduateGroup::school_kinds, WordFormat<SchoolKind>{}),
};

template <>
inline constexpr auto fields<ReserveByShare> = std::tuple{
    required("percent", &ReserveByShare::percent, IntegerFormat{0, 100}),
    required("group", &ReserveByShare::group, ObjectFormat<GraduateGroup>{}),
    optional("sizes", &ReserveByShare::sizes, WordFormat<EmployerSize>{}),
    optional("hired", &ReserveByShare::hired, HiredFormat{}),
    optional("hard", &ReserveByShare::hard, FlagFormat{}),
};

template <>
inline constexpr auto fields<LocalPreference> = std::tuple{
    optional("schools", &LocalPreference::schools, IdListFormat{}),
    optional("regions", &LocalPreference::regions, CodeFormat<RegionId>{}),
};

template <>
inline constexpr auto fields<PlacementPolicy> = std::tuple{
    optional("reserve", &PlacementPolicy::reserve, ObjectFormat<ReserveByShare>{}),
    optional("local", &PlacementPolicy::local, ObjectFormat<LocalPreference>{}),
    optional("bound_first", &PlacementPolicy::bound_first, FlagFormat{}),
    optional("gates", &PlacementPolicy::gates, FlagFormat{}),
};

template <>
inline constexpr auto fields<PlacementScope> = std::tuple{
    optional("schools", &PlacementScope::schools, IdListFormat{}),
    optional("school_regions", &PlacementScope::school_regions, CodeFormat<RegionId>{}),
    optional("levels", &PlacementScope::levels, WordFormat<Level>{}),
    optional("years", &PlacementScope::years, IntegerFormat{1900, 2200}),
    optional("kinds", &PlacementScope::kinds, KindSetFormat{}),
    optional("employers", &PlacementScope::employers, IdListFormat{}),
    optional("regions", &PlacementScope::regions, CodeFormat<RegionId>{}),
};

template <>
inline constexpr auto fields<PairIds> = std::tuple{
    required("graduate", &PairIds::graduate, IdFormat{}),
    required("posting", &PairIds::posting, IdFormat{}),
};

template <>
inline constexpr auto fields<SeatChange> = std::tuple{
    required("posting", &SeatChange::posting, IdFormat{}),
    required("by", &SeatChange::by, IntegerFormat{-100'000, 100'000}),
};

template <>
inline constexpr auto fields<GivenChoices> = std::tuple{
    required("graduate", &GivenChoices::graduate, IdFormat{}),
    optional("choices", &GivenChoices::choices, IdListFormat{}),
};

template <>
inline constexpr auto fields<GivenPriorities> = std::tuple{
    required("posting", &GivenPriorities::posting, IdFormat{}),
    optional("priorities", &GivenPriorities::priorities,
             LongListFormat<std::vector<std::string>, TieFormat>{}),
};

template <>
inline constexpr auto fields<PriorityMember> = std::tuple{
    required("graduate", &PriorityMember::graduate, IdFormat{}),
    required("group", &PriorityMember::group, GroupFormat{}),
};

template <>
inline constexpr auto fields<PlacementRequest> = std::tuple{
    optional("mode", &PlacementRequest::mode, WordFormat<PlacementMode>{}),
    optional("as_of", &PlacementRequest::as_of, DateFormat{}),
    optional("seed", &PlacementRequest::seed, SeedFormat{}),
    optional("scope", &PlacementRequest::scope, ObjectFormat<PlacementScope>{}),
    optional("weights", &PlacementRequest::weights, WeightsFormat{}),
    optional("policy", &PlacementRequest::policy, ObjectFormat<PlacementPolicy>{}),
    optional("locks", &PlacementRequest::locks, ObjectListFormat<PairIds>{}),
    optional("bans", &PlacementRequest::bans, ObjectListFormat<PairIds>{}),
    optional("seat_changes", &PlacementRequest::seat_changes, ObjectListFormat<SeatChange>{}),
    optional("choices", &PlacementRequest::choices, ObjectListFormat<GivenChoices>{}),
    optional("priorities", &PlacementRequest::priorities, ObjectListFormat<GivenPriorities>{}),
    optional("priority_groups", &PlacementRequest::priority_groups, ObjectListFormat<PriorityMember>{}),
    optional("length", &PlacementRequest::length, IntegerFormat{1, 1000}),
    optional("per_graduate", &PlacementRequest::per_graduate, IntegerFormat{1, 1000}),
    optional("per_seat", &PlacementRequest::per_seat, IntegerFormat{1, 1000}),
    optional("exact", &PlacementRequest::exact, FlagFormat{}),
};

}  // namespace talentmatch
