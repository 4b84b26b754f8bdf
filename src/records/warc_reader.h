#pragma once

#include "records/record_sink.h"
#include "records/sliding_text.h"

namespace tela::records {

/// Reads the pages of a web archive (WARC 1.0 and 1.1), in order: answers of servers with status
/// 200 and documents that were converted, which are HTML or text and have a web address. That is
/// the address of their records, unless the page gives another of the same host as its canonical
/// one; the date of the capture is theirs. What the archive holds beside pages, and pages without
/// any text, is counted by its kind in a note of the ledger. A page that is damaged or cannot be
/// read is rejected, with its address and the place of its record; a page that the crawler has cut
/// has a warning. Throws Error(input) as WarcRecords does. Places within a page are bytes of it as
/// UTF-8. Memory: one page.
Ledger read_warc(SlidingText& text, RecordSink& sink);

} // namespace tela::records
