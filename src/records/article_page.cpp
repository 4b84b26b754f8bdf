#include "records/article_page.h"

#include "records/contact_section.h"
#include "records/dateline.h"
#include "records/label_key.h"
#include "records/mapped_text.h"
#include "records/page_title.h"
#include "records/paragraphs.h"
#include "records/written_date.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tela::records {

namespace {

/// The title again, alone or at the end of a trail ("Home El Salvador …").
bool repeats_title(std::string_view line, std::string_view title_key) {
  const std::string key = label_key(line);
  constexpr std::size_t longest_trail = 60;
  return !title_key.empty() && key.ends_with(title_key) &&
         key.size() <= title_key.size() + longest_trail;
}

void take_date(const PageLine& line, Article& article) {
  if (!article.date.empty()) return;
  if (const auto date = find_date(line.text.value))
    article.date = {date->iso, line.text.span(date->start, date->end)};
}

/// Lines of the report: without the title's repeats and the date lines above the text.
std::vector<PageLine> report_lines(std::span<const PageLine> lines, std::string_view title_key,
                                   Article& article) {
  std::vector<PageLine> report;
  bool in_head = true;
  for (const PageLine& line : lines) {
    if (in_head && line.has_text()) {
      const bool date_line = is_date_line(line.text.value);
      if (date_line) take_date(line, article);
      if (date_line || repeats_title(line.text.value, title_key)) continue;
      constexpr std::size_t longest_head_line = 100;
      in_head = line.text.value.size() < longest_head_line;
    }
    report.push_back(line);
  }
  return report;
}

void append_section(MappedText& body, const MappedText& text, std::uint64_t line_end,
                    Article& article) {
  if (text.value.empty()) return;
  if (!body.value.empty()) append_replacement(body, "\n", line_end, line_end + 1);
  const std::size_t start = body.value.size();
  append_mapped(body, text);
  article.sections.push_back({Part::contact, start, body.value.size()});
}

} // namespace

void read_article_page(std::span<const PageLine> lines, Record& record) {
  Article article;
  const PageTitle title = title_of_text(lines);
  record.title = to_text(title.text);
  for (const PageLine& line : lines.first(std::min(title.next, lines.size())))
    if (line.has_text() && is_date_line(line.text.value)) take_date(line, article);
  const std::vector<PageLine> report =
      report_lines(lines.subspan(title.next), label_key(record.title.value), article);
  const std::span<const PageLine> all(report);
  const LineRange contact = find_contact(all);
  record.body = running_text(all.first(contact.first));
  if (contact.first < contact.last) {
    const MappedText whom =
        separate_lines(all.subspan(contact.first, contact.last - contact.first));
    append_section(record.body, whom, all[contact.first].text.offsets.front() - 1, article);
  }
  if (contact.last < all.size()) {
    const MappedText rest = running_text(all.subspan(contact.last));
    if (!rest.value.empty()) {
      const std::uint64_t before = rest.offsets.front() - 1;
      if (!record.body.value.empty()) append_replacement(record.body, "\n", before, before + 1);
      append_mapped(record.body, rest);
    }
  }
  if (const auto opening = find_dateline(record.body.value)) {
    article.dateline = to_text(record.body, opening->place_start, opening->place_end);
    article.sections.insert(article.sections.begin(),
                            {Part::dateline, opening->place_start, opening->report_start});
    if (article.date.empty() && opening->date)
      article.date = {opening->date->iso,
                      record.body.span(opening->date->start, opening->date->end)};
  }
  check_title(record.title, record.warnings);
  record.content = std::move(article);
}

} // namespace tela::records
