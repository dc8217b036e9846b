#pragma once
// Figures that were measured on real advertisements, official post lists, school and enrolment indexes, or
// cited from statistics. The topic names are those of the fact table they were copied from; shares are parts
// of 10,000 unless a comment says otherwise. What nobody measured is in assumed.hpp.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/model/vocabulary.hpp"
#include "tools/generate/curve.hpp"
#include "tools/generate/random.hpp"

namespace talentmatch::world {

// graduates_by_level (国家统计局, 2020; people). 技工学校 are part of the 4,848,712 of secondary education;
// a quarter of enrolment:职业本科在校生 2021 stands for a year of vocational bachelors.
struct GraduatesOfKind {
  SchoolKind kind{};
  std::uint64_t people = 0;
};
inline constexpr std::array<GraduatesOfKind, 5> kGraduates{{
    {SchoolKind::secondary, 4'848'712 - 1'014'070},
    {SchoolKind::technician, 1'014'070},
    {SchoolKind::junior_college, 3'766'894},
    {SchoolKind::vocational_bachelor, 129'300 / 4},
    {SchoolKind::university, 4'205'097 - 129'300 / 4},
}};

// intake_share_by_category:associate; `discipline` is the academic 门类 that answers to the vocational 大类
// (assumed). The other two columns are assumptions too: secondary schools lean to industry, services and IT
// (major_share:中职…), demand leans to making and IT more than supply does.
struct CategoryShare {
  std::string_view code;  // 高职专科 大类; 中职 + 20, 职业本科 - 20
  Share associate = 0;
  Share secondary = 0;
  Share demand = 0;
  std::string_view discipline;
};
inline constexpr std::array<CategoryShare, 19> kCategories{{
    {"41", 183, 350, 200, "09"},    {"42", 154, 80, 150, "08"},     {"43", 36, 50, 150, "08"},
    {"44", 453, 500, 500, "08"},    {"45", 6, 20, 30, "08"},        {"46", 829, 1750, 1800, "08"},
    {"47", 50, 60, 200, "08"},      {"48", 106, 150, 200, "08"},    {"49", 151, 100, 200, "08"},
    {"50", 433, 1100, 600, "08"},   {"51", 1301, 1900, 2000, "08"}, {"52", 1469, 1000, 900, "10"},
    {"53", 2179, 1300, 1700, "12"}, {"54", 525, 700, 450, "12"},    {"55", 233, 350, 200, "13"},
    {"56", 289, 40, 220, "05"},     {"57", 1122, 1000, 400, "04"},  {"58", 112, 30, 50, "03"},
    {"59", 370, 120, 250, "12"},
}};

// The majors with the largest intake, in order (enrolment plans behind intake_top_majors:associate). The
// aligned majors of the other vocational catalogues take the same places.
inline constexpr std::array<std::string_view, 25> kLargestMajors{
    "530302", "530701", "520201", "570201", "570102", "510204", "530802", "530702", "530605",
    "510201", "520301", "530601", "510203", "540106", "460301", "510202", "510209", "540101",
    "530501", "520504", "460702", "520410", "520802", "510215", "520601"};
// Within a category the r-th major (0, 1, …) weighs 1/(r + 4)²: gives 28 % in the 10 largest majors and
// 76 % in the 100 largest, where intake_top_majors:associate has 27 % and 80 %.
inline constexpr std::uint64_t kMajorRankShift = 4;

// posts_per_employer: the r-th employer weighs 1/(r + 0.035 n): the top tenth holds 40 %, the median 0.55 of
// the mean and the largest 8 times the mean.
inline constexpr std::uint64_t kEmployerRankShift = 35;  // thousandths of the number of employers

// edu_min_share and edu_not_stated_share, company_mixed_2018_2021 (不限 and 初中 count as not stated) and
// gov.
struct LevelShare {
  std::optional<Level> level;
  Share company = 0;
  Share government = 0;
  std::int32_t median_pay = 0;  // salary_mid_by_edu, yuan a month
};
inline constexpr std::array<LevelShare, 6> kMinLevels{{
    {std::nullopt, 2087 + 157, 0, 10'500},
    {Level::secondary, 513, 0, 7'000},
    {Level::junior_college, 3240, 518, 9'000},
    {Level::bachelor, 3876, 7968, 13'000},
    {Level::master, 116, 1514, 17'500},
    {Level::doctor, 11, 0, 30'000},
}};

// headcount_share, company_mixed_2018_2021 and gov; "31+" is taken to end at 100.
struct HeadcountShare {
  std::int32_t first = 0;
  std::int32_t last = 0;
  Share company = 0;
  Share government = 0;
};
inline constexpr std::array<HeadcountShare, 8> kHeadcounts{{
    {1, 1, 5032, 7763},
    {2, 2, 2203, 1361},
    {3, 3, 922, 462},
    {4, 4, 243, 189},
    {5, 5, 740, 168},
    {6, 10, 631, 57},
    {11, 30, 202, 0},
    {31, 100, 27, 0},
}};
inline constexpr Share kHeadcountMissing = 2100;  // headcount:company_mixed_2018_2021 若干(unspecified)

// salary_mid, percentiles as hundredths of the median: the lower half of 51job_2024a, the upper of
// company_all (which spreads over educations too); the two ends are assumed.
inline constexpr std::array<Quantile, 7> kPayCurve{
    {{0, 40}, {100, 56}, {250, 72}, {500, 100}, {750, 141}, {900, 205}, {1000, 320}}};
// salary_max_over_min:company_all: median 1.5.
struct PayRatio {
  std::int32_t hundredths = 0;
  Share share = 0;
};
inline constexpr std::array<PayRatio, 5> kPayRatios{
    {{120, 1500}, {133, 2200}, {150, 3000}, {167, 1500}, {200, 1800}}};
// Advertisements with a region (130,428) less those with pay (127,096).
inline constexpr Share kPayMissing = 255;

// major_requirement:company_with_full_text, gov_gd2026.
inline constexpr Share kAnyMajorCompany = 10'000 - 5087;
inline constexpr Share kAnyMajorGovernment = 566;
// Entries of a posting that names majors: gov_gd2026 has mean 4.61 and 90th percentile 9. For companies
// assumed: most name one to three.
struct EntryCount {
  std::int32_t entries = 0;
  Share company = 0;
  Share government = 0;
};
inline constexpr std::array<EntryCount, 13> kEntryCounts{{
    {1, 4500, 1400},
    {2, 2700, 1700},
    {3, 1500, 1600},
    {4, 700, 1300},
    {5, 350, 1000},
    {6, 150, 800},
    {7, 60, 600},
    {8, 40, 500},
    {9, 0, 300},
    {10, 0, 200},
    {12, 0, 300},
    {15, 0, 200},
    {20, 0, 100},
}};
// How an entry is written. Government: the official post lists of a province; companies: assumed.
inline constexpr Share kClassEntryCompany = 2500;
inline constexpr Share kCategoryEntryCompany = 500;
inline constexpr Share kClassEntryGovernment = 4330;
inline constexpr Share kCategoryEntryGovernment = 70;

inline constexpr Share kFreshOnlyGovernment = 4618;           // fresh_graduate_only:gov gd_civil_2026
inline constexpr Share kRequiredCertificateGovernment = 833;  // cert_requirement:gov

// region_precision:company
inline constexpr Share kCountyPrecision = 6600;
inline constexpr Share kCityPrecision = 3060;

// graduate_start_salary (麦可思) where it was reported: 高职 2021, 本科 2019; the others are assumed.
struct StartSalary {
  Level level{};
  std::int32_t start = 0;       // yuan a month
  std::int32_t advertised = 0;  // salary_mid_by_edu
};
inline constexpr std::array<StartSalary, 6> kStartSalaries{{
    {Level::secondary, 3'800, 7'000},
    {Level::junior_college, 4'505, 9'000},
    {Level::bachelor, 5'440, 13'000},
    {Level::vocational_bachelor, 5'000, 11'000},
    {Level::master, 8'500, 17'500},
    {Level::doctor, 13'000, 30'000},
}};

// employer_type_share:company, alike types added up; written as an employer's tag.
struct EmployerType {
  std::string_view tag;
  Share share = 0;
};
inline constexpr std::array<EmployerType, 8> kEmployerTypes{{
    {"民营企业", 6669},
    {"国有企业", 708},
    {"合资企业", 559},
    {"上市公司", 757},
    {"外资企业", 780},
    {"股份制企业", 186},
    {"事业单位", 127},
    {"非营利组织", 104},
}};

}  // namespace talentmatch::world
