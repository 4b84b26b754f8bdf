#include "publish/resource_page.h"

#include "publish/ego_picture.h"
#include "publish/fact_list.h"
#include "publish/html.h"
#include "publish/incoming_list.h"
#include "publish/page_frame.h"
#include "publish/page_path.h"
#include "publish/resource_data.h"
#include "publish/sections.h"
#include "publish/tie_table.h"

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

// What stands around the page's thing: what it leads to, what leads to it, and its strongest bonds.
std::vector<Neighbour> neighbours_of(PageContext& page, const std::vector<IncomingLink>& links) {
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
  return neighbours;
}

void write_around(HtmlWriter& html, PageContext& page, const LocalText& name,
                  const std::vector<IncomingLink>& links) {
  const std::vector<Neighbour> neighbours = neighbours_of(page, links);
  if (neighbours.empty()) return;
  html.element("section", {{"aria-labelledby", "around"}}, [&] {
    write_word(html, "h2", {{"id", "around"}}, "around");
    html.line();
    write_ego_picture(html, name, neighbours);
  });
  html.line();
}

void write_data_links(HtmlWriter& html, const PageContext& page) {
  html.element("section", {{"aria-labelledby", "data"}}, [&] {
    write_word(html, "h2", {{"id", "data"}}, "as-data");
    html.element("ul", {{"class", "plain"}}, [&] {
      html.element("li", {}, [&] {
        html.element("a", {{"href", file_name(page.path) + ".ttl"}, {"type", "text/turtle"}},
                     "Turtle");
      });
      html.element("li", {}, [&] {
        write_word(html, "a", {{"href", page.root + "index.html#downloads"}}, "in-dumps");
      });
    });
  });
  html.line();
}

void write_part(HtmlWriter& html, PageContext& page, const ResourceFacts& part,
                const std::string& id) {
  html.element("section", {{"class", "part"}, {"id", id}}, [&] {
    html.element("h3", {}, [&] { write_local(html, name_of_part(page, part)); });
    html.line();
    write_facts(html, page, part);
  });
  html.line();
}

std::string_view fragment(PageContext& page, const ResourceFacts& part) {
  return fragment_of(page.naming.terms()(part.resource).value);
}

void write_parts(HtmlWriter& html, PageContext& page) {
  for (const ResourceFacts& part : page.content.resources)
    if (const std::string_view end = fragment(page, part); !end.empty())
      write_part(html, page, part, anchor(end));
  for (std::size_t i = 0; i < page.content.blanks.size(); ++i)
    write_part(html, page, page.content.blanks[i], "b-" + std::to_string(i));
}

bool has_parts(PageContext& page) {
  return page.content.resources.size() > 1 || !page.content.blanks.empty() ||
         !fragment(page, topic(page.content)).empty();
}

void write_facts_section(HtmlWriter& html, PageContext& page) {
  const ResourceFacts& thing = topic(page.content);
  const bool whole = fragment(page, thing).empty();
  if (!(whole && has_facts(page, thing)) && !has_parts(page)) return;
  html.element("section", {{"aria-labelledby", "facts"}}, [&] {
    write_word(html, "h2", {{"id", "facts"}}, "facts");
    html.line();
    if (whole) write_facts(html, page, thing);
    write_parts(html, page);
  });
  html.line();
}

// What the thing is, with the way to others of the kind.
void write_heading(HtmlWriter& html, PageContext& page, const KindLists& lists,
                   const LocalText& name) {
  const std::size_t subject = page.site.pages().first_subject(page.content.page);
  const Kinds::Number kind = page.site.kinds().of(subject);
  if (const KindList* list = lists.of(kind); list != nullptr && kind != Kinds::none)
    html.element("p", {{"class", "kind"}}, [&] {
      html.element("a", {{"href", page.root + list->file}},
                   [&] { write_local(html, page.naming.kind_name(kind)); });
    });
  html.element("h1", {}, [&] { write_local(html, name); });
  html.line();
}

/// The further pages that list all links.
std::string all_links_file(const PageContext& page) {
  return file_name(page.path) + "~1.html";
}

/// A page, and whether links were left out that further pages list.
struct MainPage {
  std::string text;
  bool cut_short = false;
};

MainPage main_page(PageContext& page, const Sections& sections, const KindLists& lists,
                   const LocalText& name, const Frame& frame,
                   const std::vector<IncomingLink>& links) {
  MainPage result;
  HtmlWriter html(result.text);
  begin_page(html, frame);
  write_heading(html, page, lists, name);
  html.begin("div", {{"class", "columns"}});
  html.element("div", {}, [&] {
    html.line();
    const SectionsWritten written =
        write_sections(html, page, sections, links, all_links_file(page));
    write_ties(html, page);
    write_facts_section(html, page);
    result.cut_short =
        write_incoming(html, page, written.others, all_links_file(page)) || written.cut_short;
    write_sources(html, page);
  });
  html.element("aside", {}, [&] {
    html.line();
    write_around(html, page, name, links);
    write_names(html, page, topic(page.content));
    write_identifiers(html, page, topic(page.content));
    write_data_links(html, page);
  });
  html.end();
  html.line();
  end_page(html, frame);
  return result;
}

void write_turning(HtmlWriter& html, const PageContext& page, std::size_t number,
                   std::size_t count) {
  const std::string name = file_name(page.path);
  const auto link = [&](std::size_t to, WordKey key) {
    write_word(html, "a", {{"href", name + '~' + std::to_string(to) + ".html"}}, key);
    html.text(" ");
  };
  html.element("p", {{"class", "turn"}}, [&] {
    if (number > 1) link(number - 1, "previous");
    write_word(html, "page-of");
    html.text(' ' + std::to_string(number) + " / " + std::to_string(count) + ' ');
    if (number < count) link(number + 1, "next");
  });
  html.line();
}

std::string links_page(PageContext& page, const LocalText& name, const Frame& frame,
                       const std::vector<IncomingLink>& links, std::size_t number) {
  constexpr std::size_t a_page = ResourcePages::links_a_page;
  const std::size_t count = (links.size() + a_page - 1) / a_page;
  std::string out;
  HtmlWriter html(out);
  begin_page(html, frame);
  write_word(html, "p", {{"class", "kind"}}, "incoming");
  html.element("h1", {}, [&] {
    html.element("a", {{"href", file_name(page.path) + ".html"}}, [&] { write_local(html, name); });
  });
  html.line();
  write_turning(html, page, number, count);
  write_link_range(html, page, links, (number - 1) * a_page,
                   std::min(number * a_page, links.size()));
  write_turning(html, page, number, count);
  end_page(html, frame);
  return out;
}

// Links and memberships, in the order of the further pages.
std::vector<IncomingLink> all_links(const Site& site, const PageContent& content) {
  std::vector<IncomingLink> links = content.incoming;
  links.insert(links.end(), content.memberships.begin(), content.memberships.end());
  return ordered_links(site, std::move(links));
}

// "State: Honduras", for search engines.
LocalText description_of(Naming& naming, Kinds::Number kind, const LocalText& name) {
  LocalText text = naming.kind_name(kind);
  for (std::size_t i = 0; i < language_count; ++i)
    text.text[i] = text.text[i].empty() ? name.text[i] : text.text[i] + ": " + name.text[i];
  return text;
}

} // namespace

std::vector<PageFile> ResourcePages::make(const PageContent& content) {
  naming_.terms().trim();
  const std::string path = naming_.path(content.resources.front().resource);
  PageContext page{{site_, naming_, way_up(path)}, content, path, graphs_of(content)};
  const std::vector<IncomingLink> links = ordered_links(site_, content.incoming);
  prepare(page, links);

  std::vector<PageFile> files;
  files.push_back({path + ".ttl", turtle(site_, naming_.terms(), content)});
  const std::string json = json_ld(site_, naming_.terms(), content);
  const LocalText name = name_of_part(page, topic(content));
  const std::string turtle_name = file_name(path) + ".ttl";
  const Kinds::Number kind = site_.kinds().of(site_.pages().first_subject(content.page));
  Frame frame{name,
              site_name_,
              page.root,
              turtle_name,
              json,
              site_.pages().base() + path + ".html",
              description_of(naming_, kind, name)};
  MainPage main = main_page(page, sections_, lists_, name, frame, links);
  files.push_back({path + ".html", std::move(main.text)});
  if (!main.cut_short) return files;
  const std::vector<IncomingLink> all = all_links(site_, content);
  frame.json_ld = frame.turtle = {};
  for (std::size_t number = 1; (number - 1) * links_a_page < all.size(); ++number) {
    const std::string file = path + '~' + std::to_string(number) + ".html";
    frame.canonical = site_.pages().base() + file;
    files.push_back({file, links_page(page, name, frame, all, number)});
  }
  return files;
}

} // namespace tela::publish
