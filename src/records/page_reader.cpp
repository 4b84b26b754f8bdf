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

Record read_article(std::span<const PageLine> lines, std::string_view fallback_language) {
  Record record;
  read_article_page(lines, record);
  record.language =
      guess_language(record.title.value + '\n' + record.body.value, fallback_language);
  check_language(record);
  return record;
}

/// What the page holds: projects, or one article.
std::vector<Record> records_of(std::span<const PageLine> lines,
                               std::string_view fallback_language) {
  if (auto projects = read_labelled_projects(lines); !projects.empty()) return projects;
  if (auto projects = read_unlabelled_projects(lines); !projects.empty()) return projects;
  return {read_article(lines, fallback_language)};
}

} // namespace

std::vector<Record> read_lines(const std::string& source, std::span<const PageLine> lines,
                               std::string_view fallback_language) {
  if (std::none_of(lines.begin(), lines.end(),
                   [](const PageLine& line) { return line.has_text(); }))
    throw NoText(base::Failure::input, base::Place{source}, "the page has no text",
                 "give a page with a title");
  std::vector<Record> records = records_of(lines, fallback_language);
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].source = source;
    // They may share the page's address.
    if (i > 0 && !records[i].has_name()) records[i].key = place_key(i + 1);
    check_encoding(records[i]);
  }
  return records;
}

std::vector<Record> read_page(const std::string& source, std::string_view page) {
  check_text(source, page);
  return read_lines(source, without_front_matter(page_lines(source, page)));
}

std::vector<Record> read_markdown_page(const std::string& source, std::string_view page) {
  check_text(source, page);
  return read_lines(source, without_marks(without_front_matter(page_lines(source, page))));
}

} // namespace tela::records
