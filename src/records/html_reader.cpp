#include "records/html_reader.h"

#include "records/html_lines.h"
#include "records/page_reader.h"
#include "records/text_check.h"
#include "records/written_date.h"

#include <utility>

namespace tela::records {

std::vector<Record> read_html_page(const std::string& source, std::string_view html) {
  check_text(source, html);
  const HtmlPage page = read_html(source, html);
  std::vector<Record> records = read_lines(
      source, page.lines, page.language.empty() ? "en" : std::string_view(page.language));
  for (Record& record : records) {
    record.address = page.address;
    if (auto* article = std::get_if<Article>(&record.content); article && article->date.empty())
      if (auto date = find_date(page.published, order_in(record.language)))
        article->date.value = std::move(date->iso);
  }
  return records;
}

} // namespace tela::records
