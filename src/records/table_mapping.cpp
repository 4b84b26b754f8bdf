#include "records/table_mapping.h"

#include "base/error.h"
#include "records/field_label.h"
#include "records/label_key.h"
#include "records/text_check.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;

/// Keys as label_key() makes them of "project_id", "Project ID" …
constexpr std::array<std::pair<std::string_view, TableField>, 64> fields{{
    {"kind", TableField::kind},
    {"source", TableField::source},
    {"address", TableField::address},
    {"url", TableField::address},
    {"language", TableField::language},
    {"lang", TableField::language},
    {"title", TableField::title},
    {"titre", TableField::title},
    {"titulo", TableField::title},
    {"project id", TableField::project_id},
    {"prima id", TableField::prima_id},
    {"iati id", TableField::iati_id},
    {"iati identifier", TableField::iati_id},
    {"type", TableField::type},
    {"region", TableField::region},
    {"status", TableField::status},
    {"coverage", TableField::coverage},
    {"budget", TableField::budget},
    {"amount", TableField::budget},
    {"currency", TableField::currency},
    {"start", TableField::start},
    {"end", TableField::end},
    {"year", TableField::year},
    {"beneficiaries", TableField::beneficiaries},
    {"beneficiary", TableField::beneficiaries},
    {"other countries", TableField::other_countries},
    {"beneficiary codes", TableField::beneficiary_codes},
    {"other country codes", TableField::other_country_codes},
    {"fund", TableField::fund},
    {"partners", TableField::partners},
    {"partner", TableField::partners},
    {"date", TableField::date},
    {"dateline", TableField::dateline},
    {"body", TableField::body},
    {"text", TableField::body},
    {"description", TableField::body},
    {"debut", TableField::start},
    {"inicio", TableField::start},
    {"fin", TableField::end},
    {"montant", TableField::budget},
    {"montant du budget", TableField::budget},
    {"monto", TableField::budget},
    {"importe", TableField::budget},
    {"presupuesto", TableField::budget},
    {"devise", TableField::currency},
    {"moneda", TableField::currency},
    {"statut", TableField::status},
    {"estado", TableField::status},
    {"langue", TableField::language},
    {"idioma", TableField::language},
    {"pays beneficiaires", TableField::beneficiaries},
    {"beneficiaires", TableField::beneficiaries},
    {"paises beneficiarios", TableField::beneficiaries},
    {"beneficiarios", TableField::beneficiaries},
    {"autres pays", TableField::other_countries},
    {"otros paises", TableField::other_countries},
    {"fonds", TableField::fund},
    {"fondo", TableField::fund},
    {"partenaires", TableField::partners},
    {"socios", TableField::partners},
    {"fecha", TableField::date},
    {"texte", TableField::body},
    {"texto", TableField::body},
    {"descripcion", TableField::body},
}};

TableField field_of_label(Field field) {
  switch (field) {
  case Field::start:
    return TableField::start;
  case Field::end:
    return TableField::end;
  case Field::status:
    return TableField::status;
  case Field::type:
    return TableField::type;
  case Field::status_or_type:
    return TableField::status_or_type;
  case Field::budget:
    return TableField::budget;
  case Field::coverage:
    return TableField::coverage;
  case Field::year:
    return TableField::year;
  case Field::region:
    return TableField::region;
  case Field::other_countries:
    return TableField::other_countries;
  case Field::prima_id:
    return TableField::prima_id;
  case Field::project_id:
    return TableField::project_id;
  case Field::beneficiaries:
    break;
  }
  return TableField::beneficiaries;
}

std::optional<TableField> field_named(std::string_view name) {
  const std::string key = label_key(name);
  const auto* found = std::find_if(fields.begin(), fields.end(),
                                   [&key](const auto& field) { return field.first == key; });
  if (found == fields.end()) return std::nullopt;
  return found->second;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) {}

  TableMapping parse(std::string_view text) {
    while (!text.empty()) {
      ++line_;
      const std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(line.size() + 1, text.size()));
      take(trim(line));
    }
    return std::move(mapping_);
  }

 private:
  void take(std::string_view line) {
    if (line.empty() || line.starts_with('#')) return;
    const auto equals = line.rfind('=');
    if (equals == std::string_view::npos) refuse("a line without '='", "write: column = field");
    const std::string_view name = trim(line.substr(0, equals));
    const std::string_view value = trim(line.substr(equals + 1));
    constexpr std::string_view constant = "constant ";
    if (name == "separator")
      mapping_.separator = separator(value);
    else if (name == "list")
      mapping_.list_separator = separator(value);
    else if (name.starts_with(constant))
      mapping_.constants[field(trim(name.substr(constant.size())))] = value;
    else
      mapping_.columns[std::string(name)] =
          value == "-" ? std::nullopt : std::optional(field(value));
  }

  [[nodiscard]] char separator(std::string_view value) const {
    if (value == "tab") return '\t';
    if (value.size() != 1 || value == "\"")
      refuse("a separator that is not one character", "write one character, or tab");
    return value.front();
  }

  [[nodiscard]] TableField field(std::string_view name) const {
    const auto field = field_named(name);
    if (field) return *field;
    std::string known;
    for (const auto& [key, value] : fields) known += (known.empty() ? "" : ", ") + std::string(key);
    refuse("an unknown field '" + std::string(name) + "'", "write one of: " + known);
  }

  [[noreturn]] void refuse(std::string what, std::string advice) const {
    throw Error(Failure::input, base::Place{std::string(source_), line_, 0}, std::move(what),
                std::move(advice));
  }

  std::string_view source_;
  std::uint64_t line_ = 0;
  TableMapping mapping_;
};

} // namespace

TableMapping parse_table_mapping(std::string_view source, std::string_view text) {
  check_text(source, text);
  return Parser(source).parse(text);
}

std::optional<TableField> table_field(std::string_view column) {
  if (const auto field = field_named(column)) return field;
  if (const auto label = field_label(column)) return field_of_label(label->field);
  return std::nullopt;
}

} // namespace tela::records
