#include "records/row_reader.h"

#include "records/field_value.h"
#include "records/mapped_text.h"

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

bool is_code(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string advice_for(Field field) {
  switch (field) {
  case Field::start:
  case Field::end:
  case Field::year:
    return "write 2020-12-31, 31/12/2020 or 2020";
  case Field::budget:
    return "write 81500.50 or 81.500,50";
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

RowReader::RowReader(const CsvRows& rows, const CsvRow& row, const TableMapping& mapping)
    : rows_(rows), row_(row), mapping_(mapping) {}

void RowReader::take(const TableColumn& column, const CsvCell& cell) {
  if (!column.field || cell.raw.empty()) return;
  column_ = &column;
  cell_ = &cell;
  if (const auto field = page_field(*column.field)) return take_project_field(*field, cell);
  switch (*column.field) {
  case TableField::body:
    return take_body(cell);
  case TableField::partners:
    return take_partners(cell);
  case TableField::beneficiary_codes:
    return take_codes(cell, StateRole::beneficiary);
  case TableField::other_country_codes:
    return take_codes(cell, StateRole::other_country);
  default:
    return take_text(*column.field, one_text(cell));
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
  case TableField::fund:
    fund_ = text;
    break;
  case TableField::date:
    article_.date = text;
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

void RowReader::take_currency(const Text& text) {
  std::string code = text.value;
  for (char& c : code)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  const auto known = read_currency(code);
  if (!known) refuse("'" + text.value + "' is no code of a currency", "write ISO 4217: USD");
  currency_ = *known;
}

void RowReader::take_project_field(Field field, const CsvCell& cell) {
  const std::size_t warnings = record_.warnings.size();
  fields_.take(field, is_list(field) ? list(cell) : cell.pieces());
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
  const char separators[] = {mapping_.list_separator, ' ', ',', '\n', '\r'};
  for (const MappedText& code : cell.pieces({separators, sizeof separators})) {
    if (!is_code(code.value))
      refuse("'" + code.value + "' is no code of a state", "write ISO 3166-1 alpha-2: HN");
    Text name = to_text(code);
    record_.links.states.push_back({code.value, role, std::move(name)});
  }
}

std::vector<MappedText> RowReader::list(const CsvCell& cell) const {
  const char separators[] = {mapping_.list_separator, '\n', '\r'};
  return cell.pieces({separators, sizeof separators});
}

Record RowReader::finish(std::string_view source) {
  Project project = fields_.finish();
  if (record_.title.empty() && project.project_id.empty()) {
    cell_ = nullptr;
    refuse("no title and no project id", "fill one of them");
  }
  if (record_.source.empty()) record_.source = source;
  if (project.budget && !currency_.empty()) project.budget->currency = currency_;
  project.fund = std::move(fund_);
  project.iati_id = std::move(iati_id_);
  project.partners = std::move(partners_);
  if (is_article_)
    record_.content = std::move(article_);
  else
    record_.content = std::move(project);
  return std::move(record_);
}

void RowReader::refuse(const std::string& what, std::string advice) const {
  std::string message = "row " + std::to_string(row_.number);
  if (cell_ != nullptr) message += ", column '" + column_->name + "'";
  throw base::Error(base::Failure::input, cell_ != nullptr ? rows_.place_of(*cell_) : row_.place,
                    message + ": " + what, std::move(advice));
}

} // namespace tela::records
