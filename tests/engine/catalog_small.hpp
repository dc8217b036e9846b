#pragma once
// A catalogue of a few rows that tests change one thing in.

#include <catch2/catch.hpp>

#include "engine/catalog/catalog.hpp"

namespace talentmatch::testing {

inline CatalogTables small_tables() {
  return {.categories = {{"51", "电子与信息大类"}, {"71", "电子与信息大类"}, {"08", "工学"}},
          .classes = {{"5102", "计算机类"}, {"7102", "计算机类"}, {"0809", "计算机类"}},
          .majors = {{"710201", "计算机应用"},
                     {"510202", "计算机网络技术"},
                     {"510201", "计算机应用技术"},
                     {"710202", "计算机网络技术"},
                     {"080901", "计算机科学与技术"}},
          .retired_majors = {{"590101", "计算机应用技术", {"510201"}},
                             {"590102", "计算机", {"510202", "510201"}},
                             {"590103", "打字", {}},
                             {"510202", "计算机网络", {"510201"}}},
          .progressions = {{"510201", "080901"}},
          .regions = {{"410000", "河南省"},
                      {"410100", "郑州市"},
                      {"410102", "中原区"},
                      {"419001", "济源市"},
                      {"110000", "北京市"},
                      {"110101", "东城区"}},
          .retired_regions = {{"110103", "崇文区", {"110101"}}, {"110100", "市辖区", {}}},
          .clusters = {{"中原", "410100"}, {"京津冀", "110000"}},
          .certificates = {{"X002", "建筑工程识图"}, {"X001", "建筑信息模型"}},
          .certificate_majors = {{"X001", "510201"}, {"X001", "080901"}, {"X002", "510201"}},
          .major_occupations = {},
          .version = "small"};
}

inline std::shared_ptr<const Catalog> built(const CatalogTables& tables) {
  auto catalog = Catalog::build(tables);
  if (!catalog) FAIL(message(catalog.error(), Language::en));
  return *catalog;
}

inline MajorId major(const Catalog& catalog, std::string_view code) {
  const auto found = catalog.resolve_major(code);
  if (!found) FAIL(message(found.error(), Language::en));
  return found->id;
}

inline EntryId entry(const Catalog& catalog, std::string_view code) {
  const auto found = catalog.resolve_entry(code);
  if (!found) FAIL(message(found.error(), Language::en));
  return found->id;
}

inline RegionId region(const Catalog& catalog, std::string_view code) {
  const auto found = catalog.resolve_region(code);
  if (!found) FAIL(message(found.error(), Language::en));
  return found->id;
}

}  // namespace talentmatch::testing
