#pragma once

#include "records/page_line.h"
#include "records/record.h"

#include <span>
#include <vector>

namespace tela::records {

/// The projects of a page of the fund's old site: title twice, then values alone, one a line, in
/// the order region, project id, [Prima id], budget, states, type, coverage, status; then text, or
/// the next project. None when no project id with a budget behind it stands there.
[[nodiscard]] std::vector<Record> read_unlabelled_projects(std::span<const PageLine> lines);

} // namespace tela::records
