#pragma once

#include "records/iati_parser.h"
#include "records/record.h"

#include <string>

namespace tela::records {

/// The record of an activity: a project whose title, text, dates, status, coverage, budget and
/// states are those of the activity, with all of the activity beside them.
///
/// - language: of the activity, else of its first title, else guessed
/// - start and end: actual before planned
/// - budget: the sum of the budgets if all are in one currency; a revised budget takes the place of
///   an original one for the same time
/// - beneficiaries: the recipient countries, as stated links
/// - project id and Prima id: what follows the reporting organisation in an IATI identifier, when
///   it has the shape of one
[[nodiscard]] Record record_of_activity(ParsedActivity parsed, std::string source);

} // namespace tela::records
