#include "records/one_record.h"
#include "shared_pages.h"

#include <catch2/catch.hpp>

using namespace tela::records;

namespace {

/// The page of that number among the five real ones.
Record seed(std::size_t number) {
  const auto path = shared::pages("pages/seeds").at(number);
  return tela::test::read_page(path.filename().string(), tela::base::read_file(path));
}

} // namespace

TEST_CASE("the five real pages: three projects", "[shared]") {
  const Record sica = seed(0);
  CHECK(sica.language == "fr");
  CHECK(sica.title.value ==
        "Renforcement des composantes migratoires du processus d’intégration de "
        "l’Amérique centrale");
  const Project& central_america = *sica.project();
  CHECK(central_america.project_id.value == "Q36-805");
  CHECK(central_america.prima_id.empty());
  CHECK(central_america.status == Status::completed);
  CHECK(central_america.type.value == "TCMMCB");
  CHECK(central_america.budget == Money{"81500.00", "USD", central_america.budget->span});
  CHECK(central_america.coverage == Coverage::regional);
  CHECK(central_america.region.value == "Amérique latine et Caraïbes");
  CHECK(central_america.start.empty());
  CHECK(central_america.end.value == "2024");
  CHECK(central_america.year.empty());
  CHECK(central_america.beneficiaries.raw.value ==
        "Belize Costa Rica République dominicaine El Salvador Guatemala Honduras Mexique Nicaragua "
        "Panama");

  const Project el_salvador = *seed(2).project();
  CHECK(el_salvador.project_id.value == "PN.0008");
  CHECK(el_salvador.prima_id.value == "SV10P0560");
  CHECK(el_salvador.status == Status::active);
  CHECK(el_salvador.type.empty());
  CHECK(el_salvador.budget->amount == "300000.00");
  CHECK(el_salvador.coverage == Coverage::national);
  CHECK(el_salvador.start.value == "2024");
  CHECK(el_salvador.end.value == "2026");
  CHECK(el_salvador.year.value == "2024");
  CHECK(el_salvador.beneficiaries.raw.value == "El Salvador");

  const Project south_america = *seed(3).project();
  CHECK(south_america.project_id.value == "PO.0201");
  CHECK(south_america.prima_id.value == "AR99P0518");
  CHECK(south_america.status == Status::active);
  CHECK(south_america.type.value == "Activités de politique migratoire");
  CHECK(south_america.budget->amount == "400000.00");
  CHECK(south_america.coverage == Coverage::regional);
  CHECK(south_america.start.value == "2023");
  CHECK(south_america.end.value == "2025");
  CHECK(south_america.year.value == "2022");
  CHECK(south_america.other_countries.raw.value == "ChiliUruguay");
  CHECK(south_america.beneficiaries.raw.value ==
        "Argentine Bolivie (État plurinational de) Colombie Équateur Paraguay Pérou Guyana");
}

TEST_CASE("the five real pages: two articles", "[shared]") {
  const Record tela = seed(1);
  REQUIRE(tela.article() != nullptr);
  CHECK(tela.language == "fr");
  CHECK(tela.title.value == "Treizième Conférence régionale sur les migrations");
  CHECK(tela.article()->dateline.empty());
  REQUIRE(tela.article()->sections.size() == 1);
  CHECK(tela.article()->sections[0].part == Part::contact);
  CHECK(tela.body.value.find("paragraph-link") == std::string::npos);
  CHECK(tela.body.value.find("République dominicaine") != std::string::npos); // wrapped on the page

  const Record ocam = seed(4);
  REQUIRE(ocam.article() != nullptr);
  CHECK(ocam.language == "fr");
  CHECK(ocam.title.value ==
        "L'OIM lance une initiative visant à protéger les femmes migrantes en Amérique centrale");
  CHECK(ocam.article()->dateline.value == "Panama");
  CHECK(ocam.article()->sections.size() == 2);
}
