#include "records/row_reader.h"

#include "records/currency.h"
#include "records/empty_cell.h"
#include "records/field_value.h"
#include "records/mapped_text.h"
#include "records/project_page.h"
#include "records/value_check.h"

#include <algorithm>
#include <utility>

namespace tela::records {

namespace {

/// The field of a project page that means the same; nothing for those that only tables have.
std::optional<Field> page_field(TableField field) {
  switch (field) {
  case TableField::project_id:
    return Field::project_id;
  case TableField::prima_id:
    return Field::prima_id;
  case TableField::type:
    return Field::type;
  case TableField::region:
    return Field::region;
  case TableField::status:
    return Field::status;
  case TableField::status_or_type:
    return Field::status_or_type;
  case TableField::coverage:
    return Field::coverage;
  case TableField::budget:
    return Field::budget;
  case TableField::start:
    return Field::start;
  case TableField::end:
    return Field::end;
  case TableField::year:
    return Field::year;
  case TableField::beneficiaries:
    return Field::beneficiaries;
  case TableField::other_countries:
    return Field::other_countries;
  default:
    return std::nullopt;
  }
}

bool is_list(Field field) {
  return field == Field::beneficiaries || field == Field::other_countries;
}

/// "HN", "HND", "340": a code of ISO 3166-1 or UN M49.
bool is_code(std::string_view text) {
  const auto all = [text](char first, char last) {
    return std::ranges::all_of(text, [=](char c) { return c >= first && c <= last; });
  };
  return (text.size() == 2 && all('A', 'Z')) ||
         (text.size() == 3 && (all('A', 'Z') || all('0', '9')));
}

/// `pattern` with the value in the place of "{}", percent-encoded unless it is the whole IRI.
std::string iri_of(std::string_view pattern, std::string_view value) {
  constexpr std::string_view place = "{}";
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  if (pattern == place) return std::string(value);
  const auto at = pattern.find(place);
  std::string iri(pattern.substr(0, at));
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain)
      iri += c;
    else
      ((iri += '%') += hexadecimal[byte >> 4U]) += hexadecimal[byte & 15U];
  }
  return iri += pattern.substr(at + place.size());
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string advice_for(Field field) {
  switch (field) {
  case Field::start:
  case Field::end:
  case Field::year:
    return "write 2020-12-31, 31/12/2020 or 2020, with days that the calendar has";
  case Field::budget:
    return "write 81500.50, or leave the cell empty";
  case Field::status:
    return "write active, completed, or what project pages write";
  case Field::coverage:
    return "write national, regional, multi-regional or global";
  default:
    return "correct the cell";
  }
}

Text one_text(const CsvCell& cell) {
  const std::vector<MappedText> pieces = cell.pieces();
  return pieces.empty() ? Text{} : to_text(pieces.front());
}

} // namespace

void RowReader::take(const TableColumn& column, const CsvCell& cell) {
  if (says_nothing(cell.raw)) return;
  column_ = &column;
  cell_ = &cell;
  if (column.use.property)
    take_property(*column.use.property, cell);
  else if (column.use.field)
    take_field(*column.use.field, cell);
}

void RowReader::take_field(TableField field, const CsvCell& cell) {
  if (column_->holds_codes && field == TableField::beneficiaries)
    return take_codes(cell, StateRole::beneficiary);
  if (column_->holds_codes && field == TableField::other_countries)
    return take_codes(cell, StateRole::other_country);
  if (const auto page = page_field(field)) return take_project_field(*page, cell);
  switch (field) {
  case TableField::body:
    return take_body(cell);
  case TableField::partners:
    return take_partners(cell);
  case TableField::beneficiary_codes:
    return take_codes(cell, StateRole::beneficiary);
  case TableField::other_country_codes:
    return take_codes(cell, StateRole::other_country);
  default:
    return take_text(field, one_text(cell));
  }
}

void RowReader::take_property(const ColumnProperty& property, const CsvCell& cell) {
  for (const MappedText& piece : list(cell)) {
    PropertyValue value{property.name, property.kind, property.language, to_text(piece)};
    std::string& text = value.value.value;
    if (property.kind == ValueKind::iri) text = iri_of(property.pattern, text);
    if (property.kind == ValueKind::number) {
      auto number = read_written_amount(text, column_->values.decimals);
      if (!number.amount) refuse(number.fault, "write digits");
      text = std::move(*number.amount);
    }
    if (property.kind == ValueKind::date) {
      auto date = read_year_or_date(text, column_->values.dates);
      if (!date) refuse("'" + text + "' is neither a year nor a date", advice_for(Field::start));
      text = std::move(date->iso);
    }
    record_.properties.push_back(std::move(value));
  }
}

void RowReader::take_text(TableField field, const Text& text) {
  switch (field) {
  case TableField::kind:
    return take_kind(text);
  case TableField::source:
    record_.source = text.value;
    break;
  case TableField::address:
    record_.address = text.value;
    break;
  case TableField::language:
    record_.language = text.value;
    break;
  case TableField::title:
    record_.title = text;
    break;
  case TableField::currency:
    take_currency(text);
    break;
  case TableField::iati_id:
    iati_id_ = text;
    break;
  case TableField::local_id:
    local_id_ = text;
    break;
  case TableField::fund:
    fund_ = text;
    break;
  case TableField::date:
    take_article_date(text);
    break;
  case TableField::dateline:
    article_.dateline = text;
    break;
  default:
    break;
  }
}

void RowReader::take_kind(const Text& text) {
  if (text.value != "project" && text.value != "article")
    refuse("an unknown kind of record", "write project or article");
  is_article_ = text.value == "article";
}

void RowReader::take_article_date(const Text& text) {
  auto date = read_year_or_date(text.value, column_->values.dates);
  if (!date) refuse("'" + text.value + "' is neither a year nor a date", advice_for(Field::start));
  article_.date = {std::move(date->iso), text.span};
}

void RowReader::take_currency(const Text& text) {
  const auto known = currency_named(text.value);
  if (!known) refuse("'" + text.value + "' is no code of a currency", "write ISO 4217: USD");
  currency_ = *known;
}

void RowReader::take_project_field(Field field, const CsvCell& cell) {
  const std::size_t warnings = record_.warnings.size();
  if (field == Field::budget) budget_column_ = column_->name;
  if (field == Field::end) {
    end_cell_ = cell_;
    end_column_ = column_;
  }
  fields_.set_habits(column_->values);
  fields_.take(field, is_list(field) ? list(cell) : cell.pieces());
  // What was decided for a whole column is told once, by the ledger's notes.
  std::erase_if(record_.warnings, [](const Warning& warning) {
    return warning.code == "doubtful-date" || warning.code == "assumed-thousands";
  });
  // What a page may get away with is refused here, where somebody can correct the cell.
  if (record_.warnings.size() > warnings)
    refuse(record_.warnings.back().message, advice_for(field));
}

void RowReader::take_body(const CsvCell& cell) {
  for (const MappedText& paragraph : cell.pieces("\r\n"))
    append_behind(record_.body, "\n", paragraph);
}

void RowReader::take_partners(const CsvCell& cell) {
  for (const MappedText& name : list(cell)) partners_.push_back({"", to_text(name)});
}

void RowReader::take_codes(const CsvCell& cell, StateRole role) {
  const char separators[] = {column_->list_separator, ' ', ',', '\n', '\r'};
  for (const MappedText& code : cell.pieces({separators, sizeof separators})) {
    if (!is_code(code.value))
      refuse("'" + code.value + "' is no code of a state", "write ISO 3166-1: HN or HND");
    Text name = to_text(code);
    record_.links.states.push_back({code.value, role, std::move(name)});
  }
}

std::vector<MappedText> RowReader::list(const CsvCell& cell) const {
  const char separators[] = {column_->list_separator, '\n', '\r'};
  return cell.pieces({separators, sizeof separators});
}

Record RowReader::finish(std::string_view source, Unmapped& unmapped) {
  Project project = fields_.finish();
  check_order(project);
  project.iati_id = std::move(iati_id_);
  if (record_.title.empty() && project.project_id.empty() && project.iati_id.empty()) {
    cell_ = nullptr;
    refuse("no title and no project id", "fill one of them");
  }
  if (record_.source.empty()) record_.source = source;
  project.fund = std::move(fund_);
  settle_currency(project, unmapped);
  project.partners = std::move(partners_);
  if (is_article_)
    record_.content = std::move(article_);
  else
    record_.content = std::move(project);
  settle_key();
  return std::move(record_);
}

/// What a page may get away with is refused here.
void RowReader::check_order(const Project& project) {
  if (!ends_before(project.start.value, project.end.value)) return;
  cell_ = end_cell_;
  column_ = end_column_;
  refuse("ends in " + project.end.value + ", before it starts in " + project.start.value,
         "correct one of the two");
}

/// An amount is of the currency that stands beside it, else of the row's; "$" means the row's, too.
/// The fund's are in US dollars; what is left has none, and is no amount.
void RowReader::settle_currency(Project& project, Unmapped& unmapped) const {
  if (!project.budget) return;
  std::string& currency = project.budget->currency;
  if (!currency_.empty() && (currency.empty() || currency == "USD")) currency = currency_;
  if (currency.empty() && is_of_fund(project)) currency = "USD";
  if (!currency.empty()) return;
  project.budget.reset();
  ++unmapped["column '" + budget_column_ +
             "', amounts without a currency (write 'constant currency = …' in the table's .map)"];
}

/// Numbers are ids of this table only, whatever their column is called; a row that has nothing but
/// a title is known by its place.
void RowReader::settle_key() {
  if (auto* project = std::get_if<Project>(&record_.content)) {
    if (!project->iati_id.empty() || !project->prima_id.empty()) return;
    if (is_number(project->project_id.value)) local_id_ = std::exchange(project->project_id, {});
    if (!project->project_id.empty()) return;
  }
  if (!local_id_.empty())
    record_.key = local_id_.value;
  else if (record_.address.empty())
    record_.key = place_key(row_.number);
}

void RowReader::refuse(const std::string& what, std::string advice) const {
  std::string message = "row " + std::to_string(row_.number);
  if (cell_ != nullptr) message += ", column '" + column_->name + "'";
  throw base::Error(base::Failure::input, cell_ != nullptr ? rows_.place_of(*cell_) : row_.place,
                    message + ": " + what, std::move(advice));
}

} // namespace tela::records
