#pragma once
// The table of spec 1: every record kind, its fields in order, their formats and limits.

#include <string>
#include <tuple>

#include "engine/model/records.hpp"
#include "storage/codec/field_format.hpp"
#include "storage/codec/field_table.hpp"

namespace talentmatch {

inline constexpr IntegerFormat kYear{.least = 1950, .most = 2100};
inline constexpr IntegerFormat kHeadcount{.least = 1, .most = 100'000};
inline constexpr IntegerFormat kPay{.least = 1, .most = 10'000'000};
inline constexpr IntegerFormat kCount{.least = 0, .most = 10'000'000};
inline constexpr TextFormat kName{.max_bytes = 512};
inline constexpr TextFormat kTag{.max_bytes = 128};
inline constexpr TextFormat kDestination{.max_bytes = 64};

template <>
inline constexpr auto fields<School> = std::tuple{
    required("id", &School::id, IdFormat{}),
    required("name", &School::name, kName),
    required("kind", &School::kind, WordFormat<SchoolKind>{}),
    required("region", &School::region, CodeFormat<RegionId>{}),
};

template <>
inline constexpr auto fields<Employer> = std::tuple{
    required("id", &Employer::id, IdFormat{}),
    required("name", &Employer::name, kName),
    required("region", &Employer::region, CodeFormat<RegionId>{}),
    optional("size", &Employer::size, WordFormat<EmployerSize>{}),
    optional("above_scale", &Employer::above_scale, FlagFormat{}),
    optional("staff", &Employer::staff, kCount),
    optional("hiring_plan", &Employer::hiring_plan, kCount),
    optional("status", &Employer::status, WordFormat<EmployerStatus>{}),
    optional("tags", &Employer::tags, kTag),
};

template <>
inline constexpr auto fields<Tie> = std::tuple{
    required("id", &Tie::id, IdFormat{}),
    required("school", &Tie::school, IdFormat{}),
    required("employer", &Tie::employer, IdFormat{}),
    required("kind", &Tie::kind, WordFormat<TieKind>{}),
    optional("major", &Tie::major, CodeFormat<MajorId>{}),
    optional("seats", &Tie::seats, kCount),
    optional("starts", &Tie::starts, DateFormat{}),
    optional("ends", &Tie::ends, DateFormat{}),
};

template <>
inline constexpr auto fields<HeldCertificate> = std::tuple{
    required("id", &HeldCertificate::certificate, CodeFormat<CertificateId>{}),
    optional("level", &HeldCertificate::level, WordFormat<CertificateLevel>{}),
    optional("expires", &HeldCertificate::expires, DateFormat{}),
};

template <>
inline constexpr auto fields<GraduateTie> = std::tuple{
    required("employer", &GraduateTie::employer, IdFormat{}),
    required("kind", &GraduateTie::kind, WordFormat<GraduateTieKind>{}),
};

template <>
inline constexpr auto fields<Graduate> = std::tuple{
    required("id", &Graduate::id, IdFormat{}),
    required("school", &Graduate::school, IdFormat{}),
    required("major", &Graduate::major, CodeFormat<MajorId>{}),
    required("level", &Graduate::level, WordFormat<Level>{}),
    required("year", &Graduate::year, kYear),
    optional("certificates", &Graduate::certificates, ObjectFormat<HeldCertificate>{}),
    optional("home", &Graduate::home, CodeFormat<RegionId>{}),
    optional("wishes", &Graduate::wishes, CodeFormat<RegionId>{}),
    optional("wishes_only", &Graduate::wishes_only, FlagFormat{}),
    optional("expected_pay", &Graduate::expected_pay, kPay),
    optional("kinds", &Graduate::kinds, WordFormat<PostingKind>{}),
    optional("ties", &Graduate::ties, ObjectFormat<GraduateTie>{}),
    optional("status", &Graduate::status, WordFormat<GraduateStatus>{}),
    optional("opt_out", &Graduate::opt_out, FlagFormat{}),
};

template <>
inline constexpr auto fields<AskedCertificate> = std::tuple{
    required("id", &AskedCertificate::certificate, CodeFormat<CertificateId>{}),
    optional("level", &AskedCertificate::level, WordFormat<CertificateLevel>{}),
};

template <>
inline constexpr auto fields<Posting> = std::tuple{
    required("id", &Posting::id, IdFormat{}),
    required("employer", &Posting::employer, IdFormat{}),
    required("title", &Posting::title, kName),
    optional("kind", &Posting::kind, WordFormat<PostingKind>{}),
    optional("majors", &Posting::majors, CodeFormat<EntryId>{}),
    optional("majors_strict", &Posting::majors_strict, FlagFormat{}),
    optional("min_level", &Posting::min_level, WordFormat<Level>{}),
    optional("required_certificates", &Posting::required_certificates, ObjectFormat<AskedCertificate>{}),
    optional("preferred_certificates", &Posting::preferred_certificates, ObjectFormat<AskedCertificate>{}),
    required("region", &Posting::region, CodeFormat<RegionId>{}),
    optional("headcount", &Posting::headcount, kHeadcount),
    optional("pay_min", &Posting::pay_min, kPay),
    optional("pay_max", &Posting::pay_max, kPay),
    optional("fresh_graduates", &Posting::fresh_graduates, WordFormat<FreshGraduates>{}),
    optional("school", &Posting::school, IdFormat{}),
    optional("posted", &Posting::posted, DateFormat{}),
    optional("closes", &Posting::closes, DateFormat{}),
    optional("status", &Posting::status, WordFormat<PostingStatus>{}),
    optional("occupation", &Posting::occupation, OccupationFormat{}),
};

template <>
inline constexpr auto fields<Placement> = std::tuple{
    required("id", &Placement::id, IdFormat{}),
    required("graduate", &Placement::graduate, IdFormat{}),
    optional("posting", &Placement::posting, IdFormat{}),
    optional("employer", &Placement::employer, IdFormat{}),
    optional("region", &Placement::region, CodeFormat<RegionId>{}),
    optional("kind", &Placement::kind, WordFormat<PostingKind>{}),
    optional("code", &Placement::code, kDestination),
    optional("starts", &Placement::starts, DateFormat{}),
    optional("ends", &Placement::ends, DateFormat{}),
    optional("pay", &Placement::pay, kPay),
    required("status", &Placement::status, WordFormat<PlacementStatus>{}),
    optional("source", &Placement::source, WordFormat<PlacementSource>{}),
};

}  // namespace talentmatch
