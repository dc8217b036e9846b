#pragma once
// What the generated world holds although nobody has measured it: stated assumptions, all in one place.
// Shares are parts of 10,000. docs/generator.md gives the reasons.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/model/vocabulary.hpp"
#include "tools/generate/curve.hpp"
#include "tools/generate/random.hpp"

namespace talentmatch::world {

template <class T>
struct Option {
  T value{};
  Share share = 0;
};

// ---- majors
// Graduates of the academic 门类, and the largest academic majors in order.
inline constexpr std::array<Option<std::string_view>, 13> kDisciplines{{
    {"01", 10},
    {"02", 550},
    {"03", 350},
    {"04", 450},
    {"05", 900},
    {"06", 50},
    {"07", 650},
    {"08", 3350},
    {"09", 180},
    {"10", 750},
    {"12", 1750},
    {"13", 1000},
    {"14", 10},
}};
inline constexpr std::array<std::string_view, 16> kLargestAcademicMajors{
    "120203", "080901", "050201", "080902", "120204", "020401", "120202", "080601",
    "080202", "081001", "101101", "100201", "130503", "130502", "030101", "040106"};

// ---- schools
inline constexpr std::size_t kMajorDraws = 30;  // of a school's offer; a major drawn twice is taught twice
inline constexpr Share kSchoolFocus = 5000;     // of these draws in the school's own category
inline constexpr std::uint64_t kSchoolRankShift = 250;  // sizes 1/(r + 0.25 n): largest 5 times the smallest

// ---- employers and their ties
inline constexpr Share kEmployerFocus = 6000;  // of postings in the employer's own category
inline constexpr Share kPostingAtHome = 7000;  // in the employer's own city
inline constexpr Share kSuspended = 100;
inline constexpr Share kHiringPlanStated = 6000;
inline constexpr std::uint32_t kTiesPerEmployer = 3;
inline constexpr Share kTieInProvince = 7000;
inline constexpr Share kTieMajorStated = 5000;
inline constexpr Share kTieEnds = 6000;   // states when it ends,
inline constexpr Share kTieEnded = 1500;  // and of these, has ended
inline constexpr std::array<Option<TieKind>, 7> kTieKinds{{
    {TieKind::order_class, 2500},
    {TieKind::apprenticeship, 1200},
    {TieKind::enterprise_apprenticeship, 500},
    {TieKind::industry_college, 500},
    {TieKind::alliance, 800},
    {TieKind::base, 2500},
    {TieKind::agreement, 2000},
}};
inline constexpr std::array<Option<std::string_view>, 4> kEmployerTags{
    {{"产教融合型企业", 800}, {"高新技术企业", 1500}, {"专精特新企业", 500}, {"", 7200}}};

// ---- graduates
// 学历 of a university's graduates beyond the bachelor; the portal serves mostly vocational schools.
inline constexpr Share kMasters = 300;
inline constexpr Share kDoctors = 20;
inline constexpr Share kEarlierYear = 500;  // graduated a year before
inline constexpr Share kHomeInProvince = 7200;
inline constexpr Share kHomeMissing = 300;
inline constexpr std::array<Option<std::size_t>, 5> kWishCounts{
    {{0, 2000}, {1, 3000}, {2, 2500}, {3, 1500}, {4, 1000}}};
enum class WishFor : std::uint8_t { home_city, home_capital, home_province, job_city };
inline constexpr std::array<Option<WishFor>, 4> kWishes{{
    {WishFor::home_city, 3500},
    {WishFor::home_capital, 1500},
    {WishFor::home_province, 1000},
    {WishFor::job_city, 4000},
}};
inline constexpr Share kWishesOnly = 1000;  // of those with wishes
inline constexpr Share kExpectedPayMissing = 2500;
struct CertificateCount {
  std::size_t certificates = 0;
  Share vocational = 0;
  Share academic = 0;
};
inline constexpr std::array<CertificateCount, 4> kCertificateCounts{
    {{0, 4500, 8500}, {1, 4000, 1200}, {2, 1200, 300}, {3, 300, 0}}};
inline constexpr Share kCertificateExpires = 500;
// Kinds a graduate accepts, as bits of PostingKind; 0 = not stated.
inline constexpr std::array<Option<unsigned>, 4> kAcceptedKinds{
    {{0, 8500}, {0b011, 1000}, {0b101, 400}, {0b111, 100}}};
inline constexpr Share kOwnTie = 400;
inline constexpr std::array<Option<GraduateTieKind>, 4> kOwnTieKinds{{
    {GraduateTieKind::bound, 1000},
    {GraduateTieKind::order_class, 4000},
    {GraduateTieKind::apprenticeship, 2000},
    {GraduateTieKind::intern, 3000},
}};
inline constexpr std::array<Option<GraduateStatus>, 4> kStatuses{{
    {GraduateStatus::seeking, 9000},
    {GraduateStatus::placed, 500},
    {GraduateStatus::further_study, 400},
    {GraduateStatus::away, 100},
}};
inline constexpr Share kOptOut = 50;

// ---- postings
// The catalogue that an entry is taken from, by the level that is asked: 中职, 高职专科, 职业本科, 本科.
struct EntryTracks {
  std::optional<Level> min_level;
  std::array<Share, 4> shares{};
};
inline constexpr std::array<EntryTracks, 6> kEntryTracks{{
    {std::nullopt, {3000, 5000, 500, 1500}},
    {Level::secondary, {7000, 3000, 0, 0}},
    {Level::junior_college, {0, 8000, 500, 1500}},
    {Level::bachelor, {0, 0, 1000, 9000}},
    {Level::master, {0, 0, 0, 10'000}},
    {Level::doctor, {0, 0, 0, 10'000}},
}};
inline constexpr std::array<Option<PostingKind>, 3> kKinds{
    {{PostingKind::job, 9300}, {PostingKind::internship, 400}, {PostingKind::order_class, 300}}};
inline constexpr Share kMajorsStrict = 500;
// Further entries of a posting: in the class or the category of the first, or anywhere.
inline constexpr Share kEntryInClass = 4000;
inline constexpr Share kEntryInCategory = 4000;
inline constexpr Share kPreferredCertificate = 1500;
inline constexpr Share kRequiredCertificateCompany = 400;
inline constexpr Share kSecondCertificate = 2000;
inline constexpr Share kPayMinimumOnly = 100;
inline constexpr Share kFreshOnlyCompany = 1500;
inline constexpr Share kFreshExcludedCompany = 500;
inline constexpr Share kPostedMissing = 300;
inline constexpr Share kClosesStated = 2000;
inline constexpr Share kClosedBefore = 1000;  // of those that state it: already past
inline constexpr Share kClosed = 200;
inline constexpr Share kHotMajor = 2000;  // of graduates and of postings when a hot major is asked for

// ---- pay
// What graduates expect, in hundredths of the way from the start salary of their level to the advertised
// median.
inline constexpr std::array<Quantile, 4> kExpectationCurve{{{0, -20}, {500, 30}, {900, 75}, {1000, 110}}};

// ---- shared by certificates held and asked for
inline constexpr Share kCertificateLevelMissing = 1500;
inline constexpr std::array<Option<CertificateLevel>, 3> kCertificateLevels{{
    {CertificateLevel::elementary, 3500},
    {CertificateLevel::intermediate, 5000},
    {CertificateLevel::advanced, 1500},
}};

}  // namespace talentmatch::world
