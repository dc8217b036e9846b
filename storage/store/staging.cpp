#include "storage/store/staging.hpp"

#include "storage/store/batch.hpp"
#include "storage/store/core.hpp"
#include "storage/store/rocks.hpp"

namespace talentmatch {

Staging::Staging(StoreCore& core, Collection collection, std::shared_ptr<Family> family)
    : core_(&core), collection_(collection), family_(std::move(family)) {}

Staging::Staging(Staging&&) noexcept = default;

// What could not be deleted (the disk is full) is deleted before the family is used again.
Staging::~Staging() {
  if (!family_) return;
  family_->clear().PermitUncheckedError();
  core_->take_back(collection_, std::move(family_));
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
