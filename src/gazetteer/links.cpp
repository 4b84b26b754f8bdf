#include "gazetteer/links.h"

#include "gazetteer/lexicon.h"
#include "gazetteer/names.h"
#include "gazetteer/passage.h"
#include "gazetteer/state_list.h"
#include "gazetteer/stated_links.h"

#include <iterator>
#include <string>

namespace tela::gazetteer {

namespace {

Evidence evidence(const Passage& passage, Range range, std::string_view rule, double score) {
  return {passage.span(range), std::string(passage.text(range)), rule, score};
}

void append(std::vector<records::Warning>& to, std::vector<records::Warning>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void link_project(const records::Project& project, const Gazetteer& gazetteer, Links& links) {
  auto beneficiaries = link_states(project.beneficiaries, gazetteer);
  links.beneficiaries = std::move(beneficiaries.states);
  append(links.warnings, std::move(beneficiaries.warnings));
  auto others = link_states(project.other_countries, gazetteer);
  links.other_countries = std::move(others.states);
  append(links.warnings, std::move(others.warnings));
  const auto label_evidence = [](const records::Text& text) {
    return Evidence{text.span, text.value, "label", 1};
  };
  for (const auto region : gazetteer.lexicon().regions_labelled(project.region.value))
    links.regions.push_back({&gazetteer.regions()[region], label_evidence(project.region)});
  if (const auto themes = gazetteer.lexicon().themes_labelled(project.type.value); !themes.empty())
    links.theme = ThemeLink{&gazetteer.themes()[themes.front()], label_evidence(project.type)};
  if (!project.region.empty() && links.regions.empty())
    links.warnings.push_back({"unknown-region", "“" + project.region.value + "” is no known region",
                              project.region.span});
  if (!project.type.empty() && !links.theme)
    links.warnings.push_back(
        {"unknown-theme", "“" + project.type.value + "” is no known theme", project.type.span});
}

void link_names(const Passage& passage, const Names& names, const Gazetteer& gazetteer,
                Links& links) {
  for (const auto& name : names.states) {
    const State* state = &gazetteer.states()[name.state];
    auto& list = state->territory() ? links.territories : links.states;
    list.push_back({state, evidence(passage, name, name.rule, name.score)});
  }
  for (const auto& name : names.bodies) {
    const Body* body = &gazetteer.bodies()[name.body];
    auto& list = body->process() ? links.processes : links.organisations;
    list.push_back({body, evidence(passage, name, name.rule, name.score)});
  }
}

} // namespace

Links link_entities(const records::Record& record, const Passage& passage, const Names& names,
                    const Gazetteer& gazetteer) {
  Links links;
  if (const auto* project = record.project()) link_project(*project, gazetteer, links);
  // Meetings and lists of members say by code what they are about.
  if (record.project() || record.article()) {
    link_names(passage, names, gazetteer, links);
    links.warnings.insert(links.warnings.end(), names.warnings.begin(), names.warnings.end());
  }
  apply_stated_links(record, gazetteer, links);
  return links;
}

Links link_entities(const records::Record& record, const Gazetteer& gazetteer) {
  const Passage passage(record, gazetteer.lexicon().words());
  return link_entities(record, passage, find_names(passage, gazetteer), gazetteer);
}

} // namespace tela::gazetteer
