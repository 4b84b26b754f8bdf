#pragma once

#include "records/iati_parser.h"
#include "records/record_sink.h"
#include "records/sliding_text.h"

namespace tela::records {

/// Reads all activities of an IATI activity file (versions 1.01 to 1.05 and 2.01 to 2.03) of any
/// size into `sink`, each as a project. What version 1 says otherwise (words for codes, texts
/// without <narrative>, an element a language) becomes what 2.03 has for it. An activity that is
/// wrong is rejected with its place, the others go on. Throws Error(input) as read_elements(), and
/// for other versions. Memory: the largest activity.
Ledger read_iati(SlidingText& text, TransactionDetail detail, RecordSink& sink);

} // namespace tela::records
