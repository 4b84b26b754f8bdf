#pragma once

#include "base/error.h"
#include "records/record.h"
#include "records/record_sink.h"

#include <string_view>

namespace tela::records {

/// One <record> element of record XML that begins at `place`. Elements and attributes that no field
/// takes are counted in `unmapped`. Throws Error(input) with line, column and advice: a value that
/// its field cannot have, a record that nothing names. REQUIRES: well-formed XML, as
/// read_elements() hands over.
[[nodiscard]] Record parse_record_xml(std::string_view element, const base::Place& place,
                                      Unmapped& unmapped);

} // namespace tela::records
