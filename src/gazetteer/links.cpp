#include "gazetteer/links.h"

#include "gazetteer/event_reader.h"
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

/// Words and marks up to which an article is read for its meeting: fifty pages of print. The
/// readers of events compare names with each other, which must not grow without bound.
constexpr std::size_t longest_article = 20'000;

void link_events(const records::Article& article, const Passage& passage, const Names& names,
                 const Gazetteer& gazetteer, Links& links) {
  if (passage.tokens().size() <= longest_article) {
    links.events = read_events(Report(passage, names, gazetteer, article));
  } else {
    links.warnings.push_back({"long-article",
                              "the text has more than " + std::to_string(longest_article) +
                                  " words and was not read for its meeting",
                              {}});
  }
}

} // namespace

Links link(const records::Record& record, const Gazetteer& gazetteer) {
  Links links;
  if (const auto* project = record.project()) link_project(*project, gazetteer, links);
  const Passage passage(record, gazetteer.lexicon().words());
  Names names = find_names(passage, gazetteer);
  link_names(passage, names, gazetteer, links);
  if (const auto* article = record.article())
    link_events(*article, passage, names, gazetteer, links);
  append(links.warnings, std::move(names.warnings));
  apply_stated_links(record.links, gazetteer, links);
  return links;
}

} // namespace tela::gazetteer
