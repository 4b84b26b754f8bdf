#include "records/page_reader.h"

#include "base/error.h"
#include "records/article_page.h"
#include "records/language_guess.h"
#include "records/project_page.h"
#include "records/text_check.h"
#include "records/unlabelled_project.h"

#include <algorithm>
#include <utility>

namespace tela::records {

Record read_lines(std::string source, std::span<const PageLine> lines,
                  std::string_view fallback_language) {
  if (std::none_of(lines.begin(), lines.end(),
                   [](const PageLine& line) { return line.has_text(); }))
    throw base::Error(base::Failure::input, base::Place{source}, "the page has no text",
                      "give a page with a title");
  Record record;
  record.source = std::move(source);
  if (read_labelled_project(lines, record) || read_unlabelled_project(lines, record)) return record;
  read_article_page(lines, record);
  record.language =
      guess_language(record.title.value + '\n' + record.body.value, fallback_language);
  return record;
}

Record read_page(std::string source, std::string_view page) {
  check_text(source, page);
  const std::vector<PageLine> lines = page_lines(source, page);
  return read_lines(std::move(source), lines);
}

} // namespace tela::records
