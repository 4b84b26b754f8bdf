#pragma once

#include "base/error.h"
#include "records/record.h"
#include "records/record_sink.h"

#include <string_view>

namespace tela::records {

/// The record of one JSON object, see read_json_lines(). Throws Error(input) with place and advice:
/// no JSON, nested too deep, a value that its field cannot have, a record that nothing names.
[[nodiscard]] Record parse_json_record(std::string_view json, const base::Place& place,
                                       Unmapped& unmapped);

} // namespace tela::records
