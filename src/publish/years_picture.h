#pragma once

#include "publish/columns.h"

#include <span>
#include <string>

namespace tela::publish {

/// Draws rows as lines over a scale of years, one line for each value of the first column, coloured
/// by the second: who was a member or chair, and when. Takes the years of the span among `columns`.
/// Where an end is not known, a role among `lasting` (IRIs) goes on to the last year drawn, and
/// another is a mark at its first year. Nothing when fewer than three rows have a first year. The
/// table beside it says the same.
void write_years_picture(HtmlWriter& html, const Links& page, std::span<const Column> columns,
                         std::span<const Row> rows, std::span<const std::string> lasting);

} // namespace tela::publish
