#include "records/field_label.h"

#include "records/label_key.h"

#include <algorithm>
#include <array>
#include <string>

namespace tela::records {

namespace {

struct Entry {
  std::string_view key; ///< as label_key() makes it
  Field field;
  std::string_view language;
};

/// As shown on iom.int, and close variants of it.
constexpr std::array entries{
    Entry{"date de debut", Field::start, "fr"},
    Entry{"start date", Field::start, "en"},
    Entry{"fecha de inicio", Field::start, "es"},
    Entry{"date de fin", Field::end, "fr"},
    Entry{"end date", Field::end, "en"},
    Entry{"fecha de finalizacion", Field::end, "es"},
    Entry{"fecha de fin", Field::end, "es"},
    Entry{"statut du projet", Field::status, "fr"},
    Entry{"project status", Field::status, "en"},
    Entry{"estado del proyecto", Field::status, "es"},
    Entry{"estatus del proyecto", Field::status, "es"},
    Entry{"type de projet", Field::type, "fr"},
    Entry{"project type", Field::type, "en"},
    Entry{"tipo de proyecto", Field::status_or_type, "es"},
    Entry{"budget amount usd", Field::budget, ""},
    Entry{"budget amount", Field::budget, ""},
    Entry{"montant du budget usd", Field::budget, "fr"},
    Entry{"presupuesto usd", Field::budget, "es"},
    Entry{"monto del presupuesto usd", Field::budget, "es"},
    Entry{"couverture", Field::coverage, "fr"},
    Entry{"couverture geographique", Field::coverage, "fr"},
    Entry{"coverage", Field::coverage, "en"},
    Entry{"geographical coverage", Field::coverage, "en"},
    Entry{"cobertura geografica", Field::coverage, "es"},
    Entry{"cobertura", Field::coverage, "es"},
    Entry{"annee", Field::year, "fr"},
    Entry{"year", Field::year, "en"},
    Entry{"ano", Field::year, "es"},
    Entry{"idf region", Field::region, ""},
    Entry{"other countries benefiting at time of allocation", Field::other_countries, ""},
    Entry{"prima id", Field::prima_id, ""},
    Entry{"projet id", Field::project_id, "fr"},
    Entry{"id du projet", Field::project_id, "fr"},
    Entry{"projects id", Field::project_id, "en"},
    Entry{"project id", Field::project_id, "en"},
    Entry{"proyecto id", Field::project_id, "es"},
    Entry{"id del proyecto", Field::project_id, "es"},
    Entry{"etat s membre s beneficiaires remplissant les conditions requises", Field::beneficiaries,
          "fr"},
    Entry{"etats membres beneficiaires remplissant les conditions requises", Field::beneficiaries,
          "fr"},
    Entry{"etat s membre s beneficiaire s", Field::beneficiaries, "fr"},
    Entry{"etats membres beneficiaires", Field::beneficiaries, "fr"},
    Entry{"benefiting member states", Field::beneficiaries, "en"},
    Entry{"benefiting member state", Field::beneficiaries, "en"},
    Entry{"benefiting member state s", Field::beneficiaries, "en"},
    Entry{"eligible benefiting member states", Field::beneficiaries, "en"},
    Entry{"estados miembros beneficiarios que reunen los requisitos", Field::beneficiaries, "es"},
    Entry{"estado s miembro s beneficiario s que reune n los requisitos", Field::beneficiaries,
          "es"},
    Entry{"estados miembros beneficiarios", Field::beneficiaries, "es"},
};

/// Longer lines are never labels; saves making keys of paragraphs.
constexpr std::size_t longest_label = 120;

const Entry* entry_for(std::string_view label) {
  const std::string key = label_key(label);
  const auto* found = std::find_if(entries.begin(), entries.end(),
                                   [&key](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : found;
}

} // namespace

std::optional<FieldLabel> field_label(std::string_view line) {
  const std::size_t colon = line.substr(0, longest_label).find(':');
  if (colon != std::string_view::npos) {
    const Entry* entry = entry_for(line.substr(0, colon));
    if (entry == nullptr) return std::nullopt;
    const auto value = line.find_first_not_of(' ', colon + 1);
    return FieldLabel{entry->field, entry->language, std::min(value, line.size())};
  }
  if (line.size() > longest_label) return std::nullopt;
  const Entry* entry = entry_for(line);
  if (entry == nullptr) return std::nullopt;
  return FieldLabel{entry->field, entry->language, line.size()};
}

} // namespace tela::records
