#include "records/article_page.h"

#include "base/calendar.h"
#include "records/contact_section.h"
#include "records/dateline.h"
#include "records/field_label.h"
#include "records/label_key.h"
#include "records/language_guess.h"
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

/// The order in which the page's language writes day and month.
DayOrder order_of(std::span<const PageLine> lines) {
  std::string text;
  for (const PageLine& line : lines)
    if (line.has_text()) text += line.text.value + '\n';
  return order_in(guess_language(text, "en"));
}

void take_date(const PageLine& line, DayOrder order, Article& article) {
  if (!article.date.empty()) return;
  if (const auto date = find_date(line.text.value, order))
    article.date = {date->iso, line.text.span(date->start, date->end)};
}

/// "San José, Costa Rica, June 14, 2024" above the text: the place of its dateline.
void take_place(const PageLine& line, Article& article) {
  const auto place = place_of_date_line(line.text.value);
  if (place > 0 && article.dateline.empty()) article.dateline = to_text(line.text, 0, place);
}

/// "Date: 3 May 2019" above or below another labelled line: a fact of what the page tells of.
bool in_facts(std::span<const PageLine> lines, std::size_t at) {
  const auto labelled = [&](std::size_t line) {
    return line < lines.size() && lines[line].has_text() &&
           looks_like_label(lines[line].text.value);
  };
  return labelled(at) && (labelled(at + 1) || (at > 0 && labelled(at - 1)));
}

/// Lines of the report: without the title's repeats and the date lines above the text.
std::vector<PageLine> report_lines(std::span<const PageLine> lines, std::string_view title_key,
                                   DayOrder order, Article& article) {
  std::vector<PageLine> report;
  bool in_head = true;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const PageLine& line = lines[at];
    if (in_head && line.has_text()) {
      const bool several = tells_several_days(line.text.value); // of a meeting
      const bool date_line = is_date_line(line.text.value) && !several;
      if (date_line) take_date(line, order, article);
      if (date_line) take_place(line, article);
      if ((date_line && !in_facts(lines, at)) || repeats_title(line.text.value, title_key))
        continue;
      constexpr std::size_t longest_head_line = 100;
      in_head = line.text.value.size() < longest_head_line;
    }
    report.push_back(line);
  }
  return report;
}

/// The body: report, contact, and what stands behind the contact.
MappedText read_body(std::span<const PageLine> lines, Article& article) {
  const LineRange contact = find_contact(lines);
  MappedText body = running_text(lines.first(contact.first));
  const MappedText whom =
      separate_lines(lines.subspan(contact.first, contact.last - contact.first));
  append_behind(body, "\n", whom);
  if (!whom.value.empty())
    article.sections.push_back(
        {Part::contact, body.value.size() - whom.value.size(), body.value.size()});
  append_behind(body, "\n", running_text(lines.subspan(contact.last)));
  return body;
}

void take_dateline(const MappedText& body, DayOrder order, Article& article) {
  const auto opening = find_dateline(body.value, order);
  if (!opening) return;
  article.dateline = to_text(body, opening->place_start, opening->place_end);
  article.sections.insert(article.sections.begin(),
                          {Part::dateline, opening->place_start, opening->report_start});
  if (article.date.empty() && opening->date)
    article.date = {opening->date->iso, body.span(opening->date->start, opening->date->end)};
}

/// A date like "02/03/2019" in an English text is none: the year alone is known.
void refuse_doubtful_date(Article& article, std::vector<Warning>& warnings) {
  if (!base::parse_year(article.date.value)) return;
  warnings.push_back({"doubtful-date", "nobody can tell day and month of the article's date apart",
                      article.date.span});
  article.date = {};
}

} // namespace

void read_article_page(std::span<const PageLine> lines, Record& record) {
  Article article;
  const DayOrder order = order_of(lines);
  const PageTitle title = title_of_text(lines);
  set_title(record, title.text);
  check_title(record.title, record.warnings);
  for (const PageLine& line : lines.first(title.next)) {
    if (!line.has_text() || !is_date_line(line.text.value) || tells_several_days(line.text.value))
      continue;
    take_date(line, order, article);
    take_place(line, article);
  }
  record.body = read_body(
      report_lines(lines.subspan(title.next), label_key(record.title.value), order, article),
      article);
  take_dateline(record.body, order, article);
  refuse_doubtful_date(article, record.warnings);
  record.content = std::move(article);
}

} // namespace tela::records
