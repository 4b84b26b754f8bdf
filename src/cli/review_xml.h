#pragma once

#include "gazetteer/links.h"
#include "records/record.h"

#include <cstddef>
#include <string>

namespace tela::cli {

/// Appends `record` as record XML with the meetings of `links` stated in it, and below them a
/// comment a doubtful link, for a person to decide: what stays in the file is taken as it stands
/// when the file is built or read again, whatever the reader thinks. Returns how many characters
/// XML cannot hold were replaced.
std::size_t append_review(std::string& out, records::Record record, const gazetteer::Links& links);

} // namespace tela::cli
