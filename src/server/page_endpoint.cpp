#include "server/page_endpoint.h"

#include "publish/embedded_site.h"
#include "publish/ontology_page.h"
#include "publish/resource_page.h"
#include "publish/site.h"
#include "server/home.h"
#include "server/negotiation.h"
#include "server/result_format.h"
#include "server/static_file.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace tela::server {

namespace {

constexpr std::string_view site_name = "Tela";
/// What the pages of one store are made from; made when the first page is asked for.
struct SiteOfStore {
  explicit SiteOfStore(std::shared_ptr<const OpenStore> opened)
      : store(std::move(opened)), site(store->database, std::string(store->database.base_iri())) {}
  std::shared_ptr<const OpenStore> store;
  publish::Site site;
};

/// The site of the newest store. Thread-safe.
class SiteHolder {
 public:
  [[nodiscard]] std::shared_ptr<const SiteOfStore>
  of(const std::shared_ptr<const OpenStore>& store) {
    const std::scoped_lock lock(mutex_);
    if (!site_ || site_->store != store) site_ = std::make_shared<const SiteOfStore>(store);
    return site_;
  }

 private:
  std::mutex mutex_;
  std::shared_ptr<const SiteOfStore> site_;
};

[[noreturn]] void nothing_there(const std::string& path) {
  throw Refusal({404, "there is nothing at " + path, "see /", {}, {}});
}

// "state/HN~2" is a further page of state/HN.
std::string_view without_number(std::string_view path) {
  const auto tilde = path.rfind('~');
  return tilde == std::string_view::npos ? path : path.substr(0, tilde);
}

std::optional<publish::PageNumber> page_at(const publish::Site& site, std::string_view path) {
  const auto id = site.store().find(
      rdf::TermView{rdf::TermKind::iri, site.pages().base() + std::string(path), {}, {}});
  if (!id) return std::nullopt;
  const std::size_t subject = site.pages().subject_number(*id);
  if (subject >= site.pages().subjects().size()) return std::nullopt;
  const publish::PageNumber page = site.pages().page_of(subject);
  return page == publish::no_page ? std::nullopt : std::optional(page);
}

void send_page(const ServiceParts& parts, const SiteOfStore& site, const std::string& path,
               Answer& answer) {
  const auto dot = path.rfind('.');
  const auto page = page_at(site.site, without_number(std::string_view(path).substr(0, dot)));
  if (!page) nothing_there('/' + path);
  publish::PageReader reader(site.site);
  publish::ResourcePages pages(site.site, std::string(site_name));
  for (const publish::PageFile& file : pages.make(reader.read(*page)))
    if (file.path == path) return send_file(parts, site.store->version, path, file.content, answer);
  nothing_there('/' + path);
}

// Linked data: the thing itself is elsewhere, its description is here (303).
void redirect(const SiteOfStore& site, const std::string& path, Answer& answer) {
  if (!page_at(site.site, path)) nothing_there('/' + path);
  constexpr std::array<std::string_view, 2> offers{"text/html", "text/turtle"};
  const auto chosen = negotiate(answer.request().field("accept").value_or(""), offers);
  const auto name = path.substr(path.rfind('/') + 1);
  answer.send(
      {303, {{"Location", name + (chosen == 1 ? ".ttl" : ".html")}, {"Cache-Control", "no-cache"}}},
      "");
}

void handle(const ServiceParts& parts, SiteHolder& sites, Answer& answer) {
  const std::string path = answer.request().path.substr(1);
  const auto store = parts.stores.current();
  if (path.empty() || path == "index.html")
    return send_file(parts, store->version, "index.html", home_page(*store), answer);
  for (const base::EmbeddedFile& file : publish::embedded_site())
    if (file.name == path) return send_file(parts, store->version, path, file.content, answer);
  const auto site = sites.of(store);
  if (path == "ontology.html")
    return send_file(
        parts, store->version, path,
        publish::ontology_page(site->site.terms(), site->site.prefixes(), std::string(site_name)),
        answer);
  if (path.ends_with(".html") || path.ends_with(".ttl"))
    return send_page(parts, *site, path, answer);
  redirect(*site, path, answer);
}

} // namespace

void add_page_endpoint(Router& router, const ServiceParts& parts) {
  const auto sites = std::make_shared<SiteHolder>();
  router.add({"/", {Method::get, Method::head}, [parts, sites](Answer& answer) {
                handle(parts, *sites, answer);
              }});
}

} // namespace tela::server
