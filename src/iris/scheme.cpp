#include "iris/scheme.h"

#include "base/error.h"
#include "iris/iri_text.h"
#include "rdf/iri.h"

#include <algorithm>

namespace tela::iris {

Scheme::Scheme(std::string_view base) : base_(base) {
  if (!rdf::is_absolute_iri(base) || !base.ends_with('/'))
    throw base::Error(base::Failure::usage,
                      "the base IRI '" + base_ + "' is not an absolute IRI that ends in '/'",
                      "give one such as https://example.org/graph/");
}

std::string Scheme::join(std::string_view folder, std::string_view name) const {
  std::string iri;
  iri.reserve(base_.size() + folder.size() + name.size());
  iri += base_;
  iri += folder;
  return iri += name;
}

std::string Scheme::state(std::string_view iso2) const {
  return join("state/", iri_segment(iso2));
}

std::string Scheme::process(std::string_view id) const {
  return join("process/", iri_segment(id));
}

std::string Scheme::region(std::string_view m49) const {
  return join("region/", iri_segment(m49));
}

std::string Scheme::theme(std::string_view id) const {
  return join("theme/", iri_segment(id));
}

std::string Scheme::organisation(std::string_view name) const {
  return join("organisation/", slug(name));
}

std::string Scheme::partner(std::string_view owner, std::string_view name) const {
  return join("organisation/", (slug(owner) += '-') += slug(name));
}

std::string Scheme::registered_organisation(std::string_view identifier) const {
  return join("organisation/", iri_segment(identifier));
}

std::string Scheme::dac_sector(std::string_view code) const {
  return join("sector/", iri_segment(code));
}

std::string Scheme::sector(std::string_view vocabulary, std::string_view code,
                           std::string_view publisher) const {
  if (vocabulary == "1" || vocabulary == "2") return dac_sector(code);
  std::string name = iri_segment(vocabulary) + '-';
  if (const bool own = vocabulary == "98" || vocabulary == "99"; own)
    (name += iri_segment(publisher)) += '-';
  return join("sector/", name += iri_segment(code));
}

std::string Scheme::fund(std::string_view id) const {
  return join("fund/", iri_segment(id));
}

std::string Scheme::membership(std::string_view body, std::string_view member,
                               std::string_view role) const {
  std::string name = iri_segment(body);
  ((name += '-') += iri_segment(member)) += '-';
  return join("membership/", name += role);
}

std::string Scheme::tie(std::string_view kind, std::string_view first,
                        std::string_view second) const {
  std::string name(kind);
  (name += '/') += as_segment(first);
  (name += '/') += as_segment(second);
  return join("tie/", name);
}

// Below the base "state:HN"; a percent-encoded IRI has no ':', so that the two are never the same.
std::string Scheme::as_segment(std::string_view iri) const {
  if (!iri.starts_with(base_)) return rdf::percent_encode(iri);
  std::string segment;
  for (iri.remove_prefix(base_.size()); !iri.empty();) {
    const std::string_view part = iri.substr(0, iri.find('/'));
    if (!segment.empty()) segment += ':';
    segment += rdf::percent_encode(part);
    iri.remove_prefix(std::min(part.size() + 1, iri.size()));
  }
  return segment;
}

std::string Scheme::source(std::string_view path) const {
  return join("source/", rdf::percent_encode(path));
}

std::string Scheme::rdf_graph(std::string_view hash) const {
  return join("graph/rdf/", hash);
}

std::string_view last_part(std::string_view iri) {
  const auto cut = iri.find_last_of("/#");
  return cut == std::string_view::npos ? iri : iri.substr(cut + 1);
}

} // namespace tela::iris
