#include "records/html_reader.h"

#include "records/html_lines.h"
#include "records/page_reader.h"
#include "records/text_check.h"
#include "records/written_date.h"

#include <utility>

namespace tela::records {

Record read_html_page(std::string source, std::string_view html) {
  check_text(source, html);
  HtmlPage page = read_html(source, html);
  Record record = read_lines(std::move(source), page.lines,
                             page.language.empty() ? "en" : std::string_view(page.language));
  record.address = std::move(page.address);
  if (auto* article = std::get_if<Article>(&record.content); article && article->date.empty())
    if (auto date = find_date(page.published, order_in(record.language)))
      article->date.value = std::move(date->iso);
  return record;
}

} // namespace tela::records
