#pragma once

#include "gazetteer/links.h"
#include "records/record.h"

#include <string>

namespace tela::cli {

/// Appends one JSON object: the record's fields, what it links to, warnings; keys are absent when
/// unknown. `start` and `end` of a mention are byte offsets into the source, half-open.
void append_json(std::string& out, const records::Record& record, const gazetteer::Links& links);

} // namespace tela::cli
