#pragma once

#include "records/record_sink.h"
#include "records/sliding_text.h"

namespace tela::records {

/// Reads all records of a record XML file of any size into `sink`; a record that is wrong is
/// rejected with line, column and advice, the others go on. Throws Error(input) as read_elements()
/// where the file is not well-formed: nothing of it counts then. Memory: the largest record.
Ledger read_record_xml(SlidingText& text, RecordSink& sink);

} // namespace tela::records
