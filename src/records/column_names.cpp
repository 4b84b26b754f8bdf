#include "records/column_names.h"

#include "records/field_label.h"
#include "records/label_key.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::records {

namespace {

using Entry = std::pair<std::string_view, TableField>;

/// Names of the fields as mappings write them and as columns may be named; keys of label_key().
constexpr std::array<Entry, 29> field_keys{{
    {"kind", TableField::kind},
    {"source", TableField::source},
    {"address", TableField::address},
    {"language", TableField::language},
    {"title", TableField::title},
    {"project id", TableField::project_id},
    {"prima id", TableField::prima_id},
    {"iati id", TableField::iati_id},
    {"id", TableField::local_id},
    {"type", TableField::type},
    {"region", TableField::region},
    {"status", TableField::status},
    {"coverage", TableField::coverage},
    {"budget", TableField::budget},
    {"currency", TableField::currency},
    {"start", TableField::start},
    {"end", TableField::end},
    {"year", TableField::year},
    {"beneficiaries", TableField::beneficiaries},
    {"other countries", TableField::other_countries},
    {"beneficiary codes", TableField::beneficiary_codes},
    {"other country codes", TableField::other_country_codes},
    {"fund", TableField::fund},
    {"partners", TableField::partners},
    {"date", TableField::date},
    {"dateline", TableField::dateline},
    {"body", TableField::body},
    {"text", TableField::body},
    {"amount", TableField::budget},
}};

/// Other names of columns. Of two for one field the first is taken where both have a value: actual
/// dates before planned ones, as everywhere in Tela.
constexpr std::array more_keys{
    Entry{"url", TableField::address},
    Entry{"web", TableField::address},
    Entry{"link", TableField::address},
    Entry{"lien", TableField::address},
    Entry{"enlace", TableField::address},
    Entry{"lang", TableField::language},
    Entry{"langue", TableField::language},
    Entry{"idioma", TableField::language},
    Entry{"titre", TableField::title},
    Entry{"titulo", TableField::title},
    Entry{"project title", TableField::title},
    Entry{"activity title", TableField::title},
    Entry{"title narrative", TableField::title},
    Entry{"titre du projet", TableField::title},
    Entry{"titulo del proyecto", TableField::title},
    Entry{"project name", TableField::title},
    Entry{"nom du projet", TableField::title},
    Entry{"nombre del proyecto", TableField::title},
    Entry{"intitule", TableField::title},
    Entry{"name", TableField::title},
    Entry{"nom", TableField::title},
    Entry{"nombre", TableField::title},
    Entry{"iati identifier", TableField::iati_id},
    Entry{"iati activity id", TableField::iati_id},
    Entry{"iati activity identifier", TableField::iati_id},
    Entry{"activity identifier", TableField::iati_id},
    Entry{"activity id", TableField::iati_id},
    Entry{"aid", TableField::iati_id},
    Entry{"project code", TableField::project_id},
    Entry{"project number", TableField::project_id},
    Entry{"project ref", TableField::project_id},
    Entry{"project reference", TableField::project_id},
    Entry{"code du projet", TableField::project_id},
    Entry{"numero du projet", TableField::project_id},
    Entry{"codigo del proyecto", TableField::project_id},
    Entry{"numero de proyecto", TableField::project_id},
    Entry{"crs id", TableField::local_id},
    Entry{"identifier", TableField::local_id},
    Entry{"identifiant", TableField::local_id},
    Entry{"identificador", TableField::local_id},
    Entry{"ref", TableField::local_id},
    Entry{"reference", TableField::local_id},
    Entry{"referencia", TableField::local_id},
    Entry{"code", TableField::local_id},
    Entry{"codigo", TableField::local_id},
    Entry{"region name", TableField::region},
    Entry{"regionname", TableField::region},
    Entry{"recipient region", TableField::region},
    Entry{"statut", TableField::status},
    Entry{"estado", TableField::status},
    Entry{"activity status", TableField::status},
    Entry{"project status", TableField::status},
    Entry{"total budget", TableField::budget},
    Entry{"budget total", TableField::budget},
    Entry{"project budget", TableField::budget},
    Entry{"budget amount", TableField::budget},
    Entry{"total amount", TableField::budget},
    Entry{"totalamt", TableField::budget},
    Entry{"montant", TableField::budget},
    Entry{"montant total", TableField::budget},
    Entry{"montant du budget", TableField::budget},
    Entry{"monto", TableField::budget},
    Entry{"monto total", TableField::budget},
    Entry{"importe", TableField::budget},
    Entry{"presupuesto", TableField::budget},
    Entry{"presupuesto total", TableField::budget},
    Entry{"devise", TableField::currency},
    Entry{"monnaie", TableField::currency},
    Entry{"moneda", TableField::currency},
    Entry{"divisa", TableField::currency},
    Entry{"default currency", TableField::currency},
    Entry{"currency code", TableField::currency},
    Entry{"budget currency", TableField::currency},
    Entry{"actual start date", TableField::start},
    Entry{"actual start", TableField::start},
    Entry{"start actual", TableField::start},
    Entry{"start date", TableField::start},
    Entry{"project start date", TableField::start},
    Entry{"startdate", TableField::start},
    Entry{"date start", TableField::start},
    Entry{"day start", TableField::start},
    Entry{"debut", TableField::start},
    Entry{"date de debut", TableField::start},
    Entry{"inicio", TableField::start},
    Entry{"fecha de inicio", TableField::start},
    Entry{"fecha inicio", TableField::start},
    Entry{"planned start date", TableField::start},
    Entry{"planned start", TableField::start},
    Entry{"start planned", TableField::start},
    Entry{"actual end date", TableField::end},
    Entry{"actual end", TableField::end},
    Entry{"end actual", TableField::end},
    Entry{"end date", TableField::end},
    Entry{"project end date", TableField::end},
    Entry{"enddate", TableField::end},
    Entry{"date end", TableField::end},
    Entry{"day end", TableField::end},
    Entry{"fin", TableField::end},
    Entry{"start year", TableField::start},
    Entry{"end year", TableField::end},
    Entry{"date de fin", TableField::end},
    Entry{"fecha de fin", TableField::end},
    Entry{"fecha fin", TableField::end},
    Entry{"closing date", TableField::end},
    Entry{"closingdate", TableField::end},
    Entry{"planned end date", TableField::end},
    Entry{"planned end", TableField::end},
    Entry{"end planned", TableField::end},
    Entry{"beneficiary", TableField::beneficiaries},
    Entry{"beneficiary country", TableField::beneficiaries},
    Entry{"beneficiary countries", TableField::beneficiaries},
    Entry{"country", TableField::beneficiaries},
    Entry{"countries", TableField::beneficiaries},
    Entry{"states", TableField::beneficiaries},
    Entry{"etats", TableField::beneficiaries},
    Entry{"estados", TableField::beneficiaries},
    Entry{"country name", TableField::beneficiaries},
    Entry{"countryname", TableField::beneficiaries},
    Entry{"recipient country", TableField::beneficiaries},
    Entry{"recipient countries", TableField::beneficiaries},
    Entry{"recipient country name", TableField::beneficiaries},
    Entry{"recipient name", TableField::beneficiaries},
    Entry{"pays", TableField::beneficiaries},
    Entry{"pays beneficiaire", TableField::beneficiaries},
    Entry{"pays beneficiaires", TableField::beneficiaries},
    Entry{"beneficiaires", TableField::beneficiaries},
    Entry{"pais", TableField::beneficiaries},
    Entry{"paises", TableField::beneficiaries},
    Entry{"pais beneficiario", TableField::beneficiaries},
    Entry{"paises beneficiarios", TableField::beneficiaries},
    Entry{"beneficiarios", TableField::beneficiaries},
    Entry{"location", TableField::beneficiaries},
    Entry{"project location", TableField::beneficiaries},
    Entry{"recipient country code", TableField::beneficiary_codes},
    Entry{"recipient country codes", TableField::beneficiary_codes},
    Entry{"country code", TableField::beneficiary_codes},
    Entry{"country codes", TableField::beneficiary_codes},
    Entry{"countrycode", TableField::beneficiary_codes},
    Entry{"code pays", TableField::beneficiary_codes},
    Entry{"codigo pais", TableField::beneficiary_codes},
    Entry{"iso2", TableField::beneficiary_codes},
    Entry{"iso3", TableField::beneficiary_codes},
    Entry{"autres pays", TableField::other_countries},
    Entry{"otros paises", TableField::other_countries},
    Entry{"fonds", TableField::fund},
    Entry{"fondo", TableField::fund},
    Entry{"partner", TableField::partners},
    Entry{"partenaires", TableField::partners},
    Entry{"socios", TableField::partners},
    Entry{"implementing partner", TableField::partners},
    Entry{"implementing partners", TableField::partners},
    Entry{"implementing organisation", TableField::partners},
    Entry{"implementing organisations", TableField::partners},
    Entry{"implementing organization", TableField::partners},
    Entry{"implementing organizations", TableField::partners},
    Entry{"implementing agency", TableField::partners},
    Entry{"implementer", TableField::partners},
    Entry{"fecha", TableField::date},
    Entry{"description", TableField::body},
    Entry{"descripcion", TableField::body},
    Entry{"texte", TableField::body},
    Entry{"texto", TableField::body},
};

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

/// "Project ID" of "ProjectID": a space where a word of small letters ends.
std::string with_parted_words(std::string_view name) {
  std::string parted;
  for (const char c : name) {
    const bool small_before = !parted.empty() && parted.back() >= 'a' && parted.back() <= 'z';
    if (small_before && c >= 'A' && c <= 'Z') parted += ' ';
    parted += c;
  }
  return parted;
}

template<std::size_t N>
std::optional<std::size_t> place_of(const std::array<Entry, N>& table, std::string_view key) {
  const auto found = std::ranges::find(table, key, &Entry::first);
  if (found == table.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.begin());
}

std::optional<ColumnMeaning> meaning_of_key(std::string_view key) {
  if (const auto place = place_of(field_keys, key))
    return ColumnMeaning{field_keys[*place].second, 0, {}, key != "id"};
  const auto place = place_of(more_keys, key);
  if (!place) return std::nullopt;
  const bool is_clear = key != "name" && key != "nom" && key != "nombre";
  return ColumnMeaning{more_keys[*place].second, 1 + *place, {}, is_clear};
}

std::optional<ColumnMeaning> plain_meaning(std::string_view name) {
  if (auto meaning = meaning_of_key(label_key(name))) return meaning;
  if (auto meaning = meaning_of_key(label_key(with_parted_words(name)))) return meaning;
  if (const auto label = field_label(name))
    return ColumnMeaning{field_of_label(label->field), more_keys.size() + 1, {}, true};
  return std::nullopt;
}

/// "Budget (EUR)", "Budget EUR million", "budget_usd": where the unit may begin.
std::optional<ColumnMeaning> meaning_with_unit(std::string_view name) {
  for (auto at = name.find_first_of(" _(["); at != std::string_view::npos;
       at = name.find_first_of(" _([", at + 1)) {
    auto meaning = plain_meaning(name.substr(0, at));
    std::string unit(name.substr(at));
    std::erase_if(unit, [](char c) { return c == '(' || c == ')' || c == '[' || c == ']'; });
    std::ranges::replace(unit, '_', ' ');
    const auto read = read_unit(unit);
    if (!meaning || meaning->field != TableField::budget || !read) continue;
    meaning->unit = *read;
    return meaning;
  }
  return std::nullopt;
}

} // namespace

std::optional<ColumnMeaning> meaning_of_column(std::string_view name) {
  if (auto meaning = meaning_with_unit(name)) return meaning;
  return plain_meaning(name);
}

std::optional<TableField> field_named(std::string_view name) {
  const auto meaning = meaning_of_key(label_key(name));
  return meaning ? std::optional(meaning->field) : std::nullopt;
}

std::string_view name_of(TableField field) {
  if (field == TableField::status_or_type) return "type";
  const auto found = std::ranges::find(field_keys, field, &Entry::second);
  return found == field_keys.end() ? std::string_view() : found->first;
}

std::string field_names() {
  std::string names;
  for (const auto& [key, field] : field_keys)
    names += (names.empty() ? "" : ", ") + std::string(key);
  return names;
}

} // namespace tela::records
