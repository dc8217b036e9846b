#pragma once
// Dense numbers for catalogue entries. They are positions in the loaded catalogue (see catalog/catalog.hpp),
// valid only with it, and never leave the process: outside, everything is a code.

#include <cstdint>

namespace talentmatch {

enum class MajorId : std::uint16_t {};  // 0 … majors-1, ascending by code
enum class EntryId : std::uint16_t {
};  // what a posting may accept: majors first, then classes, then categories
enum class RegionId : std::uint16_t {
};  // 0 … regions-1, ascending by code, so a region's parts are one range
enum class CertificateId : std::uint16_t {};  // 0 … certificates-1, ascending by id

template <class Id>
  requires(sizeof(Id) == sizeof(std::uint16_t))
constexpr std::uint16_t index_of(Id id) {
  return static_cast<std::uint16_t>(id);
}

}  // namespace talentmatch
