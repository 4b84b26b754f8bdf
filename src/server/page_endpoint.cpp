#include "server/page_endpoint.h"

#include "publish/ontology_page.h"
#include "publish/resource_page.h"
#include "publish/site_assets.h"
#include "server/home.h"
#include "server/negotiation.h"
#include "server/parameters.h"
#include "server/static_file.h"

#include <algorithm>
#include <array>
#include <functional>

namespace tela::server {

namespace {

[[noreturn]] void nothing_there(const std::string& path) {
  throw Refusal({404, "there is nothing at " + path, "see /", {}, {}});
}

// "state/HN~2" is a further page of state/HN.
std::string_view without_number(std::string_view path) {
  const auto tilde = path.rfind('~');
  return tilde == std::string_view::npos ? path : path.substr(0, tilde);
}

// The file of a resource's page: its HTML, its Turtle, or a further page of what points to it.
std::string page_file(const SiteOfStore& site, const std::string& path) {
  const auto dot = path.rfind('.');
  const auto page = site.pages.find(without_number(std::string_view(path).substr(0, dot)));
  if (!page) nothing_there('/' + path);
  publish::PageReader reader(site.site);
  publish::ResourcePages pages(site.site, site.lists, site_name);
  for (publish::PageFile& file : pages.make(reader.read(*page)))
    if (file.path == path) return std::move(file.content);
  nothing_there('/' + path);
}

// Linked data: the thing itself is elsewhere, its description is here (303).
void redirect(const SiteOfStore& site, const std::string& path, Answer& answer) {
  if (!site.pages.find(path)) nothing_there('/' + path);
  constexpr std::array<std::string_view, 2> offers{"text/html", "text/turtle"};
  const auto chosen = negotiate(answer.request().field("accept").value_or(""), offers);
  const auto name = path.substr(path.rfind('/') + 1);
  answer.send(
      {303, {{"Location", name + (chosen == 1 ? ".ttl" : ".html")}, {"Cache-Control", "no-cache"}}},
      "");
}

/// Style, script and icon, in the folder where a release has them. False when it is none of them.
bool send_asset(const ServiceParts& parts, const std::string& version, std::string_view path,
                Answer& answer) {
  constexpr std::string_view folder = "assets/";
  if (!path.starts_with(folder)) return false;
  for (const base::EmbeddedFile& file : publish::site_assets()) {
    if (file.name != path.substr(folder.size())) continue;
    send_file(parts, version, path, file.content, answer);
    return true;
  }
  return false;
}

/// What the pages are made from, and the questions that the first one lists.
struct PageMakers {
  SiteHolder sites;
  std::shared_ptr<SearchHolder> searches;
  std::vector<engine::SavedQuery> library = engine::load_query_library();
};

void send_home(const ServiceParts& parts, PageMakers& makers,
               const std::shared_ptr<const OpenStore>& store, Answer& answer) {
  refuse_doubled(answer.request().parameters);
  const std::string words(value_of(answer.request().parameters, "q").value_or(""));
  send_made(parts, store->version, "index.html", answer, [&] {
    const auto site = makers.sites.of(store);
    return words.empty() ? home_page(*site, makers.library)
                         : search_page(*site, *makers.searches->of(store), words);
  });
}

void send_list(const ServiceParts& parts, const SiteOfStore& site, const std::string& path,
               Answer& answer) {
  send_made(parts, site.store->version, path, answer, [&] {
    auto page = site.lists.page(path);
    if (!page) nothing_there('/' + path);
    return std::move(page->content);
  });
}

void handle(const ServiceParts& parts, PageMakers& makers, Answer& answer) {
  const std::string path = answer.request().path.substr(1);
  const auto store = answer.read_from(parts.stores);
  if (path.empty() || path == "index.html") return send_home(parts, makers, store, answer);
  if (send_asset(parts, store->version, path, answer)) return;
  const auto site = makers.sites.of(store);
  if (path == "ontology.html")
    return send_made(parts, store->version, path, answer, [&] {
      return publish::ontology_page(site->site.terms(), site->site.prefixes(), site_name);
    });
  if (path.starts_with("lists/")) return send_list(parts, *site, path, answer);
  if (path.ends_with(".html") || path.ends_with(".ttl"))
    return send_made(parts, store->version, path, answer, [&] { return page_file(*site, path); });
  redirect(*site, path, answer);
}

} // namespace

void add_page_endpoint(Router& router, const ServiceParts& parts,
                       std::shared_ptr<SearchHolder> searches) {
  const auto makers = std::make_shared<PageMakers>();
  makers->searches = std::move(searches);
  router.add({"/", {Method::get, Method::head}, [parts, makers](Answer& answer) {
                handle(parts, *makers, answer);
              }});
}

} // namespace tela::server
