#include "relations/network_kind.h"

#include "base/error.h"
#include "relations/affiliations.h"
#include "relations/relation.h"

namespace tela::relations {

namespace {

constexpr std::string_view two_modes = "affiliations";

} // namespace

Backbone backbone_named(std::string_view name) {
  if (name == "disparity") return Backbone::disparity;
  if (name == "sdsm") return Backbone::sdsm;
  if (name == "none") return Backbone::none;
  throw base::Error(base::Failure::usage, "there is no backbone \"" + std::string(name) + "\"",
                    "take none, disparity or sdsm");
}

void choose_kind(OneModeOptions& options, std::string_view kind) {
  options.actors = actors_named(kind == two_modes ? "states" : kind);
  if (!options.by.empty()) return;
  if (kind == two_modes)
    options.by = {"beneficiaries"};
  else
    options.by = usual_relations(options.actors);
}

Network network_of_kind(const store::Store& store, std::string_view kind,
                        const OneModeOptions& options) {
  return kind == two_modes ? affiliations(store, options, options, options.language)
                           : one_mode(store, options);
}

} // namespace tela::relations
