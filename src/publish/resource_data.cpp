#include "publish/resource_data.h"

#include "engine/describe.h"
#include "redland/writer.h"

#include <algorithm>

namespace tela::publish {

namespace {

// The prefixes that a description needs, of all there are.
class UsedPrefixes final : public rdf::QuadSink {
 public:
  explicit UsedPrefixes(const rdf::PrefixMap& all) : all_(all) {}

  void quad(const rdf::QuadView& quad) override {
    note(quad.subject);
    note(quad.predicate);
    note(quad.object);
  }
  [[nodiscard]] rdf::PrefixMap take() {
    rdf::PrefixMap result;
    for (const auto& [name, iri] : used_) result.add(name, iri);
    return result;
  }

 private:
  void note(const rdf::TermView& term) {
    const std::string_view iri = term.kind == rdf::TermKind::literal ? term.datatype : term.value;
    short_.clear();
    if (term.kind == rdf::TermKind::blank || !all_.append_short(short_, iri)) return;
    const std::string_view prefix = std::string_view(short_).substr(0, short_.find(':'));
    if (!used_.contains(prefix)) used_.emplace(prefix, *all_.find(prefix));
  }

  const rdf::PrefixMap& all_;
  std::string short_;
  std::map<std::string, std::string, std::less<>> used_;
};

void push(const ResourceFacts& resource, TermReader& terms, rdf::QuadSink& sink) {
  for (const Fact& fact : resource.facts)
    sink.quad({terms(resource.resource), terms(fact.predicate), terms(fact.object), std::nullopt});
}

void push(const PageContent& content, TermReader& terms, rdf::QuadSink& sink) {
  for (const ResourceFacts& resource : content.resources) push(resource, terms, sink);
  for (const ResourceFacts& blank : content.blanks) push(blank, terms, sink);
}

bool is_whole(const PageContent& content) {
  const auto cut = [](const ResourceFacts& resource) { return resource.left_out > 0; };
  return content.blanks.size() < PageReader::most_blanks &&
         std::ranges::none_of(content.resources, cut) && std::ranges::none_of(content.blanks, cut);
}

std::string written(redland::Syntax syntax, const Site& site, TermReader& terms,
                    const PageContent& content) {
  UsedPrefixes used(site.prefixes());
  push(content, terms, used);
  std::string text;
  const auto writer =
      redland::make_writer(syntax, [&](std::string_view bytes) { text += bytes; }, {used.take()});
  if (is_whole(content) || syntax != redland::Syntax::turtle) {
    push(content, terms, *writer);
  } else {
    std::set<rdf::Id> resources;
    for (const ResourceFacts& resource : content.resources) resources.insert(resource.resource);
    engine::describe(site.store(), resources, *writer);
  }
  writer->finish();
  return text;
}

} // namespace

std::string turtle(const Site& site, TermReader& terms, const PageContent& content) {
  return written(redland::Syntax::turtle, site, terms, content);
}

std::string json_ld(const Site& site, TermReader& terms, const PageContent& content) {
  return written(redland::Syntax::json_ld, site, terms, content);
}

} // namespace tela::publish
