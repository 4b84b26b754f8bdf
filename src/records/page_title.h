#pragma once

#include "records/page_line.h"
#include "records/record.h"

#include <cstddef>
#include <span>
#include <vector>

namespace tela::records {

/// The title of a page and the lines that it stands on.
struct PageTitle {
  MappedText text;
  std::size_t first = 0; ///< index of its first line
  std::size_t next = 0;  ///< index of the first line behind it
};

/// The title above a block of fields: the last line of `head`, with the lines before it that it
/// goes on from.
[[nodiscard]] PageTitle title_above_fields(std::span<const PageLine> head);

/// The title of running text: the first line behind menu, kickers ("News", "Afrique") and dates
/// that reads like one.
[[nodiscard]] PageTitle title_of_text(std::span<const PageLine> lines);

/// Makes `title` the record's, with its map where cleaning has changed bytes.
void set_title(Record& record, const MappedText& title);

/// What is doubtful about the title: cut inside a character reference or at the site's limit.
void check_title(const Text& title, std::vector<Warning>& warnings);

} // namespace tela::records
