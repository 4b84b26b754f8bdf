#pragma once

#include "records/page_line.h"
#include "records/record.h"

#include <span>

namespace tela::records {

/// Fills title, body, content (an Article with date, dateline and sections) and warnings of
/// `record` from the lines of a news page.
void read_article_page(std::span<const PageLine> lines, Record& record);

} // namespace tela::records
