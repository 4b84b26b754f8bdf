#pragma once

#include "records/record_sink.h"
#include "records/sliding_text.h"

namespace tela::records {

/// Reads all records of a record XML file of any size into `sink`; a record that is wrong is
/// rejected with line, column and advice, the others go on. What ends the reading in the middle of
/// the file (a DOCTYPE, elements nested too deep, the end of a cut file) counts as one more
/// rejected record; at its beginning it is thrown as Error(input). Memory: the largest record.
Ledger read_record_xml(SlidingText& text, RecordSink& sink);

} // namespace tela::records
