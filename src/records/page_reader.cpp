#include "records/page_reader.h"

#include "base/error.h"
#include "records/article_page.h"
#include "records/language_guess.h"
#include "records/markdown_lines.h"
#include "records/project_page.h"
#include "records/text_check.h"
#include "records/unlabelled_project.h"

#include <algorithm>
#include <utility>

namespace tela::records {

namespace {

void check_language(Record& record) {
  if (is_read_language(record.language)) return;
  record.warnings.push_back(
      {"unknown-language",
       "the page is in none of the languages that are read (it seems to be “" + record.language +
           "”); only names spelt alike are found",
       {}});
}

void check_encoding(Record& record) {
  const std::size_t count = twice_encoded(record.title.value) + twice_encoded(record.body.value);
  constexpr std::size_t fewest = 2;
  if (count < fewest) return;
  record.warnings.push_back({"twice-encoded",
                             std::to_string(count) +
                                 " characters look like UTF-8 that was saved as UTF-8 again; names "
                                 "with accents are not found in them",
                             {}});
}

} // namespace

Record read_lines(std::string source, std::span<const PageLine> lines,
                  std::string_view fallback_language) {
  if (std::none_of(lines.begin(), lines.end(),
                   [](const PageLine& line) { return line.has_text(); }))
    throw base::Error(base::Failure::input, base::Place{source}, "the page has no text",
                      "give a page with a title");
  Record record;
  record.source = std::move(source);
  if (read_labelled_project(lines, record) || read_unlabelled_project(lines, record)) {
    check_encoding(record);
    return record;
  }
  read_article_page(lines, record);
  record.language =
      guess_language(record.title.value + '\n' + record.body.value, fallback_language);
  check_language(record);
  check_encoding(record);
  return record;
}

Record read_page(std::string source, std::string_view page) {
  check_text(source, page);
  const std::vector<PageLine> lines = without_front_matter(page_lines(source, page));
  return read_lines(std::move(source), lines);
}

Record read_markdown_page(std::string source, std::string_view page) {
  check_text(source, page);
  const std::vector<PageLine> lines = without_marks(without_front_matter(page_lines(source, page)));
  return read_lines(std::move(source), lines);
}

} // namespace tela::records
