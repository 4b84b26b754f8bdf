#pragma once

#include "records/page_line.h"
#include "records/record.h"

#include <span>

namespace tela::records {

/// Reads a page of the fund's old site: title twice, then values alone, one a line, in the order
/// region, project id, [Prima id], budget, states, type, coverage, status. False, and nothing done,
/// when no project id with a budget behind it stands there.
[[nodiscard]] bool read_unlabelled_project(std::span<const PageLine> lines, Record& record);

} // namespace tela::records
