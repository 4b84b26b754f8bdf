#include "records/one_record.h"
#include "shared_pages.h"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace tela::records;

namespace {

using LabelledValues = std::vector<std::pair<std::string, std::string>>;

/// Labels in the order of the pages: dates, status, type, budget, coverage, year, region, others,
/// Prima id, project id, states.
const std::map<std::string, std::array<const char*, 12>> labels{
    {"fr",
     {"Date de début", "Date de fin", "Statut du projet", "Type de projet", "Budget Amount (USD)",
      "Couverture", "Année", "IDF Region", "Other Countries Benefiting at Time of Allocation",
      "Prima ID", "Projet ID",
      "Etat(s) membre(s) beneficiaires remplissant les conditions requises"}},
    {"en",
     {"Start Date", "End Date", "Project Status", "Project Type", "Budget Amount (USD)", "Coverage",
      "Year", "IDF Region", "Other Countries Benefiting at Time of Allocation", "Prima ID",
      "Projects ID", "Benefiting Member States"}},
    {"es",
     {"Fecha de inicio", "Fecha de finalización", "Tipo de proyecto", "Tipo de proyecto",
      "Budget Amount (USD)", "Cobertura geográfica", "Año", "IDF Region",
      "Other Countries Benefiting at Time of Allocation", "Prima ID", "Proyecto ID",
      "Estados Miembros Beneficiarios que Reúnen los Requisitos"}}};

const std::map<std::string, std::string> closing_sentence{
    {"fr", "Le pont relie les deux rives du lac et les gens qui y vivent."},
    {"en", "The bridge joins both shores of the lake and those who live there."},
    {"es", "El puente une las dos orillas del lago y a quienes viven en ellas."}};

std::string text(const nlohmann::json& facts, const char* key) {
  return facts.value(key, "");
}

std::string amount(const nlohmann::json& facts) {
  return std::to_string(facts.at("budget_usd").get<long>());
}

LabelledValues labelled_values(const nlohmann::json& facts) {
  const std::array<std::string, 12> values{
      text(facts, "start"),    text(facts, "end"),        text(facts, "status"),
      text(facts, "type"),     amount(facts) + ".00",     text(facts, "coverage"),
      text(facts, "year"),     text(facts, "idf_region"), text(facts, "other_countries_raw"),
      text(facts, "prima_id"), text(facts, "project_id"), text(facts, "beneficiaries_raw")};
  LabelledValues pairs;
  const auto& names = labels.at(text(facts, "lang"));
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!values[i].empty()) pairs.emplace_back(names[i], values[i]);
  return pairs;
}

const std::string menu =
    "-\nNavegar\nNavegarLa casa de los barcos.\nPuertos\nPuertos\n- Faros\n-\n";

/// One line for each field, between the three pieces of its markup.
std::string fields(const nlohmann::json& facts, std::string_view before, std::string_view between,
                   std::string_view behind) {
  std::string text;
  for (const auto& [label, value] : labelled_values(facts))
    text.append(before).append(label).append(between).append(value).append(behind);
  return text;
}

std::string dash_page(const nlohmann::json& facts) {
  return menu + text(facts, "title") + fields(facts, "\n-\n", "\n", "") + '\n' +
         closing_sentence.at(text(facts, "lang"));
}

std::string bullet_page(const nlohmann::json& facts) {
  return text(facts, "title") + "\n\n" + fields(facts, "  • ", "\n    ", "\n") +
         closing_sentence.at(text(facts, "lang"));
}

std::string flat_bullet_page(const nlohmann::json& facts) {
  return text(facts, "title") + "\r\n\r\n" + fields(facts, "•\u00A0", "\r\n", "\u200B\r\n") +
         closing_sentence.at(text(facts, "lang"));
}

std::string html_page(const nlohmann::json& facts) {
  return "<body><nav>Menu</nav><main><h1>" + text(facts, "title") + "</h1>" +
         fields(facts, "<div><div class=field__label>", "</div><div class=field__item>",
                "</div></div>") +
         "<p>" + closing_sentence.at(text(facts, "lang")) + "</p></main>";
}

std::string old_page(const nlohmann::json& facts) {
  std::string budget = amount(facts);
  if (budget.size() > 3) budget.insert(budget.size() - 3, ",");
  std::string page = menu + text(facts, "title") + '\n' + text(facts, "title") + '\n' +
                     text(facts, "idf_region") + '\n' + text(facts, "project_id") + '\n';
  if (facts.contains("prima_id")) page += text(facts, "prima_id") + '\n';
  return page + budget + '\n' + text(facts, "beneficiaries_raw") + '\n' + text(facts, "type") +
         '\n' + text(facts, "coverage") + '\n' + text(facts, "status") + '\n' +
         closing_sentence.at(text(facts, "lang"));
}

/// What all layouts show.
void check_core(const Record& record, const nlohmann::json& facts) {
  CHECK(record.title.value == text(facts, "title"));
  CHECK(record.language == text(facts, "lang"));
  CHECK(record.body.value == closing_sentence.at(text(facts, "lang")));
  REQUIRE(record.project() != nullptr);
  const Project& project = *record.project();
  CHECK(project.project_id.value == text(facts, "project_id"));
  CHECK(project.prima_id.value == text(facts, "prima_id"));
  CHECK(project.type.value == text(facts, "type"));
  CHECK(project.region.value == text(facts, "idf_region"));
  CHECK(project.status != Status::unknown);
  CHECK(project.coverage != Coverage::unknown);
  CHECK(project.beneficiaries.raw.value == text(facts, "beneficiaries_raw"));
  REQUIRE(project.budget);
  CHECK(project.budget->amount == amount(facts) + ".00");
}

void check_all(const Record& record, const nlohmann::json& facts) {
  check_core(record, facts);
  CHECK(record.project()->start.value == text(facts, "start"));
  CHECK(record.project()->end.value == text(facts, "end"));
  CHECK(record.project()->year.value == text(facts, "year"));
  CHECK(record.project()->other_countries.raw.value == text(facts, "other_countries_raw"));
}

} // namespace

TEST_CASE("every real project is read from every layout", "[shared]") {
  for (const auto& facts : shared::json_lines("facts/projects.jsonl")) {
    INFO(text(facts, "url"));
    check_all(tela::test::read_page("dash.txt", dash_page(facts)), facts);
    check_all(tela::test::read_page("bullet.txt", bullet_page(facts)), facts);
    check_all(tela::test::read_page("flat.txt", flat_bullet_page(facts)), facts);
    check_all(tela::test::read_html_page("page.html", html_page(facts)), facts);
    if (facts.contains("type"))
      check_core(tela::test::read_page("old.txt", old_page(facts)), facts);
  }
}
