#pragma once
// One person in what is kept of a run: read out, and taken out.

#include <string>
#include <string_view>
#include <vector>

#include "storage/service/placements/placement_run.hpp"
#include "storage/store/store.hpp"

namespace talentmatch {

// {"run":"R1","version":…,"rows":[…]} where the run proposed something for the graduate or refused to, else
// nothing; `separator` goes before it. Errors: those of the store.
Result<void> append_person_rows(std::string& out, std::string_view separator, const Store& store,
                                const RunHead& head, std::string_view graduate);

// The run without the person: rows of theirs become erased ones (numbers and seats of the others stay), their
// id leaves head, refusals and errors. Changed pieces are added to the documents, and the head with them.
// False: the person is not in it, nothing is added. Errors: those of the store.
Result<bool> take_out_person(const Store& store, RunHead& head, std::string_view graduate,
                             std::vector<Document>& documents);

}  // namespace talentmatch
