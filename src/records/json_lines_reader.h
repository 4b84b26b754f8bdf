#pragma once

#include "records/record_sink.h"
#include "records/sliding_text.h"

namespace tela::records {

/// Reads records as `tela extract -f json` writes them, one JSON object a line: kind, source, lang,
/// title, project_id, prima_id, iati_id, status, type, coverage, region, budget {amount, currency},
/// start, end, year, beneficiaries, other_countries, fund, partners, date, dateline, body, events,
/// mentions. Codes of two capital letters among the countries, mentions and events become stated
/// links, other countries stay names. Keys that no field takes are counted in the ledger. A line
/// that is wrong is rejected with its place, the others go on. Memory: the longest line.
Ledger read_json_lines(SlidingText& text, RecordSink& sink);

} // namespace tela::records
