#include "publish/resource_page.h"

#include "publish/ego_picture.h"
#include "publish/fact_list.h"
#include "publish/html.h"
#include "publish/incoming_list.h"
#include "publish/page_frame.h"
#include "publish/page_path.h"
#include "publish/resource_data.h"
#include "publish/tie_table.h"
#include "publish/ui_text.h"

#include <algorithm>

namespace tela::publish {

namespace {

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

// Everything that the page will name, so that it is read in one go.
void prepare(PageContext& page, const std::vector<IncomingLink>& links) {
  std::vector<rdf::Id> ids;
  const auto add_thing = [&](rdf::Id thing) {
    ids.push_back(thing);
    const std::size_t subject = page.site.pages().subject_number(thing);
    if (subject == page.site.pages().subjects().size()) return;
    const LabelIds& labels = page.site.labels()[subject];
    ids.insert(ids.end(), labels.begin(), labels.end());
  };
  for (const ResourceFacts& resource : page.content.resources) {
    add_thing(resource.resource);
    for (const Fact& fact : resource.facts) {
      add_thing(fact.predicate);
      add_thing(fact.object);
    }
  }
  for (const IncomingLink& link : links) add_thing(link.source);
  for (const DerivedTie& tie : page.content.ties)
    for (const rdf::Id id : {tie.tie, tie.other, tie.kind}) add_thing(id);
  page.naming.terms().prepare(std::move(ids));
}

// The resource the page is about: the document itself, or the first of its parts.
const ResourceFacts& topic(const PageContent& content) {
  return content.resources.front();
}

std::vector<rdf::Id> graphs_of(const PageContent& content) {
  constexpr std::size_t most_graphs = 500;
  std::vector<rdf::Id> graphs;
  for (const ResourceFacts& resource : content.resources)
    for (const Fact& fact : resource.facts)
      for (const rdf::Id graph : fact.graphs)
        if (graphs.size() < most_graphs && std::ranges::find(graphs, graph) == graphs.end())
          graphs.push_back(graph);
  return graphs;
}

/// A tie to a thing that may stand in the picture.
struct Tie {
  rdf::Id thing, predicate;
};

// One tie of each property in turn, so that a picture shows the variety of what there is.
// REQUIRES: ties of one property stand together.
std::vector<Tie> in_turns(const std::vector<Tie>& ties) {
  std::vector<std::pair<std::size_t, Tie>> rounds;
  std::size_t round = 0;
  for (std::size_t i = 0; i < ties.size(); ++i) {
    round = i > 0 && ties[i].predicate == ties[i - 1].predicate ? round + 1 : 0;
    rounds.emplace_back(round, ties[i]);
  }
  std::ranges::stable_sort(rounds, {}, &std::pair<std::size_t, Tie>::first);
  std::vector<Tie> result;
  result.reserve(rounds.size());
  for (const auto& [number, tie] : rounds) result.push_back(tie);
  return result;
}

// The first of `ties` that have pages of their own and names, each thing once.
void add_neighbours(PageContext& page, const std::vector<Tie>& ties, bool points_here,
                    std::vector<Neighbour>& neighbours) {
  std::vector<rdf::Id> seen;
  for (const Tie& tie : in_turns(ties)) {
    if (seen.size() == most_of_a_direction) return;
    if (tie.thing.tag() != rdf::IdTag::iri || std::ranges::find(seen, tie.thing) != seen.end())
      continue;
    const std::string path = page.naming.path(tie.thing);
    if (path.empty() || path == page.path || !page.naming.is_named(tie.thing)) continue;
    seen.push_back(tie.thing);
    neighbours.push_back({page.naming.name(tie.thing), page.naming.name(tie.predicate),
                          page.root + page.naming.address(tie.thing), points_here});
  }
}

void append_around(std::string& out, PageContext& page, const LocalText& name,
                   const std::vector<IncomingLink>& links) {
  std::vector<Tie> outgoing, incoming;
  const std::vector<Fact>& facts = topic(page.content).facts;
  const auto is_tie = [&](const Fact& fact) {
    return !page.content.ties.empty() && page.site.order()[fact.predicate].is_tie;
  };
  for (const ResourceFacts& resource : page.content.resources)
    for (const Fact& fact : resource.facts)
      if (!is_tie(fact)) outgoing.push_back({fact.object, fact.predicate});
  if (const auto tie = std::ranges::find_if(facts, is_tie); tie != facts.end())
    for (const Bond& bond : strongest_bonds(page.content))
      outgoing.push_back({bond.other, tie->predicate});
  for (const IncomingLink& link : links) incoming.push_back({link.source, link.predicate});
  std::vector<Neighbour> neighbours;
  add_neighbours(page, outgoing, false, neighbours);
  add_neighbours(page, incoming, true, neighbours);
  if (neighbours.empty()) return;
  out += "<section aria-labelledby=\"around\"><h2 id=\"around\">";
  append_phrase(out, ui::around);
  out += "</h2>\n";
  append_ego_picture(out, name, neighbours);
  out += "</section>\n";
}

void append_data_links(std::string& out, const PageContext& page) {
  out += "<section aria-labelledby=\"data\"><h2 id=\"data\">";
  append_phrase(out, ui::as_data);
  out += "</h2><ul class=\"plain\"><li><a href=\"" + file_name(page.path) +
         ".ttl\" type=\"text/turtle\">Turtle</a></li><li><a href=\"" + page.root +
         "index.html#downloads\">";
  append_phrase(out, ui::in_dumps);
  out += "</a></li></ul></section>\n";
}

void append_parts(std::string& out, PageContext& page) {
  const auto append = [&](const ResourceFacts& part, const std::string& id) {
    out += "<section class=\"part\" id=\"" + id + "\"><h3>";
    append_local(out, name_of_part(page, part));
    out += "</h3>\n";
    append_facts(out, page, part);
    out += "</section>\n";
  };
  for (const ResourceFacts& part : page.content.resources)
    if (const std::string_view fragment = fragment_of(page.naming.terms()(part.resource).value);
        !fragment.empty())
      append(part, anchor(fragment));
  for (std::size_t i = 0; i < page.content.blanks.size(); ++i)
    append(page.content.blanks[i], "b-" + std::to_string(i));
}

void append_heading(std::string& out, PageContext& page, const LocalText& name) {
  const std::size_t subject = page.site.pages().first_subject(page.content.page);
  const LocalText kind = page.naming.kind_name(page.site.kinds().of(subject));
  if (!kind.empty()) {
    out += "<p class=\"kind\">";
    append_local(out, kind);
    out += "</p>";
  }
  out += "<h1>";
  append_local(out, name);
  out += "</h1>\n<p class=\"iri\"><code>";
  append_html_cut(out, document_of(page.naming.terms()(topic(page.content).resource).value), 500);
  out += "</code></p>\n";
}

std::string main_page(PageContext& page, const LocalText& name, const Frame& frame,
                      const std::vector<IncomingLink>& links) {
  std::string out;
  begin_page(out, frame);
  append_heading(out, page, name);
  out += "<div class=\"columns\"><div>\n<section aria-labelledby=\"facts\"><h2 id=\"facts\">";
  append_phrase(out, ui::facts);
  out += "</h2>\n";
  if (fragment_of(page.naming.terms()(topic(page.content).resource).value).empty())
    append_facts(out, page, topic(page.content));
  append_parts(out, page);
  out += "</section>\n";
  append_ties(out, page);
  append_incoming(out, page, links, ResourcePages::first_links);
  append_sources(out, page);
  out += "</div><aside>\n";
  append_around(out, page, name, links);
  append_names(out, page, topic(page.content));
  append_data_links(out, page);
  out += "</aside></div>\n";
  end_page(out, frame);
  return out;
}

void append_turning(std::string& out, const PageContext& page, std::size_t number,
                    std::size_t count) {
  const std::string name = file_name(page.path);
  const auto link = [&](std::size_t to, const Phrase& phrase) {
    out += "<a href=\"" + name + '~' + std::to_string(to) + ".html\">";
    append_phrase(out, phrase);
    out += "</a> ";
  };
  out += "<p class=\"turn\">";
  if (number > 1) link(number - 1, ui::previous);
  append_phrase(out, ui::page_of);
  out += ' ' + std::to_string(number) + " / " + std::to_string(count) + ' ';
  if (number < count) link(number + 1, ui::next);
  out += "</p>\n";
}

std::string links_page(PageContext& page, const LocalText& name, const Frame& frame,
                       const std::vector<IncomingLink>& links, std::size_t number) {
  constexpr std::size_t a_page = ResourcePages::links_a_page;
  const std::size_t count = (links.size() + a_page - 1) / a_page;
  std::string out;
  begin_page(out, frame);
  out += "<p class=\"kind\">";
  append_phrase(out, ui::incoming);
  out += "</p><h1><a href=\"" + file_name(page.path) + ".html\">";
  append_local(out, name);
  out += "</a></h1>\n";
  append_turning(out, page, number, count);
  append_link_range(out, page, links, (number - 1) * a_page,
                    std::min(number * a_page, links.size()));
  append_turning(out, page, number, count);
  end_page(out, frame);
  return out;
}

bool needs_more_pages(const std::vector<IncomingLink>& links) {
  for (std::size_t i = ResourcePages::first_links; i < links.size(); ++i)
    if (links[i].predicate == links[i - ResourcePages::first_links].predicate) return true;
  return false;
}

} // namespace

std::vector<PageFile> ResourcePages::make(const PageContent& content) {
  naming_.terms().trim();
  const std::string path = naming_.path(content.resources.front().resource);
  PageContext page{site_, naming_, content, path, way_up(path), graphs_of(content)};
  const std::vector<IncomingLink> links = ordered_links(site_, content.incoming);
  prepare(page, links);

  std::vector<PageFile> files;
  files.push_back({path + ".ttl", turtle(site_, naming_.terms(), content)});
  const std::string json = json_ld(site_, naming_.terms(), content);
  const LocalText name = name_of_part(page, topic(content));
  const std::string turtle_name = file_name(path) + ".ttl";
  Frame frame{name, site_name_, page.root, turtle_name, json};
  files.push_back({path + ".html", main_page(page, name, frame, links)});
  if (!needs_more_pages(links)) return files;
  frame.json_ld = {};
  frame.turtle = {};
  for (std::size_t number = 1; (number - 1) * links_a_page < links.size(); ++number)
    files.push_back({path + '~' + std::to_string(number) + ".html",
                     links_page(page, name, frame, links, number)});
  return files;
}

} // namespace tela::publish
