#include "publish/data_themes.h"

#include <algorithm>
#include <array>

namespace tela::publish {

namespace {

struct Theme {
  std::string_view code;
  Phrase label;
};

constexpr std::array themes{
    Theme{"AGRI",
          {"Agriculture, fisheries, forestry and food",
           "Agriculture, pêche, sylviculture et alimentation",
           "Agricultura, pesca, silvicultura y alimentación"}},
    Theme{"ECON", {"Economy and finance", "Économie et finances", "Economía y finanzas"}},
    Theme{"EDUC",
          {"Education, culture and sport", "Éducation, culture et sport",
           "Educación, cultura y deportes"}},
    Theme{"ENER", {"Energy", "Énergie", "Energía"}},
    Theme{"ENVI", {"Environment", "Environnement", "Medio ambiente"}},
    Theme{"GOVE",
          {"Government and public sector", "Gouvernement et secteur public",
           "Gobierno y sector público"}},
    Theme{"HEAL", {"Health", "Santé", "Salud"}},
    Theme{"INTR", {"International issues", "Questions internationales", "Asuntos internacionales"}},
    Theme{"JUST",
          {"Justice, legal system and public safety",
           "Justice, système juridique et sécurité publique",
           "Justicia, sistema judicial y seguridad pública"}},
    Theme{"REGI", {"Regions and cities", "Régions et villes", "Regiones y ciudades"}},
    Theme{"SOCI", {"Population and society", "Population et société", "Población y sociedad"}},
    Theme{"TECH", {"Science and technology", "Science et technologie", "Ciencia y tecnología"}},
    Theme{"TRAN", {"Transport", "Transports", "Transporte"}}};

} // namespace

std::optional<Phrase> data_theme_label(std::string_view code) {
  const auto found = std::ranges::find(themes, code, &Theme::code);
  if (found == themes.end()) return std::nullopt;
  return found->label;
}

} // namespace tela::publish
