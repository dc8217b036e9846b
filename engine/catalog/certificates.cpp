#include "engine/catalog/certificates.hpp"

#include <algorithm>

namespace talentmatch {
namespace {

constexpr std::size_t kLongestId = 64;

bool is_certificate_id(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
           c == '_' || c == ':' || c == '-';
  };
  return !text.empty() && text.size() <= kLongestId && std::ranges::all_of(text, allowed);
}

}  // namespace

Result<CertificateTable> CertificateTable::build(const CatalogTables& tables, const MajorTable& majors) {
  auto list = ordered_codes("certificates", tables.certificates, is_certificate_id);
  if (!list) return fail(std::move(list.error()));
  CertificateTable table;
  table.certificates_ = *std::move(list);
  if (auto linked = table.link(tables.certificate_majors, majors); !linked) {
    return fail(std::move(linked.error()));
  }
  return table;
}

Result<void> CertificateTable::link(std::span<const CertificateMajorRow> rows, const MajorTable& majors) {
  std::vector<std::pair<std::uint16_t, MajorId>> links;
  links.reserve(rows.size());
  for (const auto& row : rows) {
    const auto certificate = find(row.certificate);
    if (!certificate) return fail(bad_row("certificate_majors", row.certificate, "no such certificate"));
    const auto major = majors.find_major(row.major);
    if (!major) return fail(bad_row("certificate_majors", row.major, "no such major"));
    links.emplace_back(index_of(*certificate), *major);
  }
  std::ranges::sort(links);
  const auto repeated = std::ranges::unique(links);
  links.erase(repeated.begin(), repeated.end());

  std::vector<std::pair<std::uint16_t, CertificateId>> back;
  back.reserve(links.size());
  for (const auto& [certificate, major] : links) {
    back.emplace_back(index_of(major), static_cast<CertificateId>(certificate));
  }
  majors_of_ = Grouped<MajorId>(size(), links);
  certificates_of_ = Grouped<CertificateId>(majors.major_count(), back);
  return {};
}

std::optional<CertificateId> CertificateTable::find(std::string_view id) const {
  const auto& ids = certificates_.codes;
  const auto at =
      std::ranges::lower_bound(ids, id, {}, [](const std::string& s) { return std::string_view(s); });
  if (at == ids.end() || *at != id) return std::nullopt;
  return static_cast<CertificateId>(at - ids.begin());
}

Result<CertificateId> CertificateTable::resolve(std::string_view id) const {
  if (const auto certificate = find(id)) return *certificate;
  const Vocabulary words{certificates_.codes, certificates_.names, certificates_.names};
  return fail(
      {.code = ErrorCode::unknown_certificate, .value = excerpt(id), .suggestions = suggest(id, words)});
}

}  // namespace talentmatch
