#include "storage/store/staging.hpp"

#include "storage/store/batch.hpp"
#include "storage/store/family.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {

Staging::Staging(Collection collection, std::shared_ptr<Family> family)
    : collection_(collection), family_(std::move(family)) {}

Staging::~Staging() {
  if (family_) family_->drop();
}

Staging::Staging(Staging&&) noexcept = default;

Staging& Staging::operator=(Staging&& other) noexcept {
  std::swap(collection_, other.collection_);
  std::swap(family_, other.family_);
  return *this;
}

Result<void> Staging::put(std::span<const JournalEntry> entries) {
  auto batch = batch_for(entries);
  for (const auto& entry : entries) add(batch, *family_, entry);
  const auto status = family_->database().Write({}, &batch);
  if (!status.ok()) return fail(error_of(status, family_->name()));
  return {};
}

Scan Staging::scan() const {
  return Scan(family_);
}

}  // namespace talentmatch
