#include "storage/audit/audit_reader.hpp"
#include "storage/codec/json_text.hpp"
#include "storage/service/parts.hpp"

namespace talentmatch {

void Service::note(AuditEvent event) const {
  parts_->audit->note(std::move(event));
}

Result<void> Service::audit_page(const AuditQuestion& question, std::size_t limit, std::string& out) const {
  std::string page = "{\"entries\":[";
  const auto next = list_audit_page(*parts_->store, question, limit, [&](const AuditEntry& entry) {
    if (page.back() != '[') page += ',';
    page += text_of(entry);
  });
  if (!next) return fail(next.error());
  page += "],\"next\":";
  if (*next) {
    append_number(page, **next);
  } else {
    page += "null";
  }
  out.append(page).append("}");
  return {};
}

}  // namespace talentmatch
