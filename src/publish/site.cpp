#include "publish/site.h"

#include "publish/html.h"
#include "publish/page_path.h"

namespace tela::publish {

Site::Site(const engine::Database& database, std::string base)
    : database_(database),
      pages_(database.store(), std::move(base),
             [this](std::string_view iri) { return terms_.find(iri) != nullptr; }),
      labels_(database.store(), pages_.subjects()), kinds_(database.store(), pages_),
      pairs_(database.store(), kinds_), order_(database.store()) {}

LocalText Naming::label(rdf::Id thing) {
  const std::size_t subject = site_.pages().subject_number(thing);
  if (subject < site_.pages().subjects().size()) {
    const LabelIds& labels = site_.labels()[subject];
    LocalText result;
    if (labels[0].defined()) {
      for (std::size_t reader = 0; reader < language_count; ++reader) {
        const rdf::Term& label = read_(labels[reader]);
        result.text[reader] = label.value;
        result.language[reader] = label.language;
      }
      return result;
    }
  }
  const OntologyTerm* term = site_.terms().find(read_(thing).value);
  return term == nullptr ? LocalText{} : term->label;
}

LocalText Naming::pair_name(rdf::Id thing) {
  const std::size_t subject = site_.pages().subject_number(thing);
  if (subject == site_.pages().subjects().size()) return {};
  const auto pair = site_.pairs().between(thing, site_.kinds().of(subject));
  if (!pair) return {};
  // Not name(): a pair of pairs, be it of itself, is named by the ends of their IRIs.
  const auto name_of = [&](rdf::Id half) {
    LocalText text = label(half);
    return text.empty() ? last_resort(read_(half).value) : text;
  };
  LocalText name = name_of(pair->first);
  const LocalText second = name_of(pair->second);
  for (std::size_t i = 0; i < language_count; ++i) {
    name.text[i] += " – " + second.text[i];
    if (name.language[i] != second.language[i]) name.language[i].clear();
  }
  return name;
}

LocalText Naming::name(rdf::Id thing) {
  if (LocalText text = label(thing); !text.empty()) return text;
  if (LocalText text = pair_name(thing); !text.empty()) return text;
  return last_resort(read_(thing).value);
}

bool Naming::is_named(rdf::Id thing) {
  const std::size_t subject = site_.pages().subject_number(thing);
  if (subject < site_.pages().subjects().size() && site_.labels()[subject][0].defined())
    return true;
  return site_.terms().find(read_(thing).value) != nullptr;
}

LocalText Naming::last_resort(std::string_view iri) const {
  std::string_view end = iri;
  while (end.ends_with('/')) end.remove_suffix(1);
  const auto at = end.find_last_of("/#");
  if (iri.starts_with(site_.pages().base()) && at != std::string_view::npos)
    return same_for_all(end.substr(at + 1));
  std::string short_form;
  return same_for_all(site_.prefixes().append_short(short_form, iri) ? short_form
                                                                     : std::string(iri));
}

LocalText Naming::kind_name(Kinds::Number kind) {
  return kind == Kinds::none ? LocalText{} : name(site_.kinds().all()[kind].id);
}

std::string Naming::path(rdf::Id thing) {
  const std::size_t subject = site_.pages().subject_number(thing);
  if (subject == site_.pages().subjects().size()) return {};
  const PageNumber page = site_.pages().page_of(subject);
  return page == no_page ? std::string() : site_.pages().path(page, read_(thing).value);
}

std::string Naming::address(rdf::Id thing) {
  if (thing.tag() != rdf::IdTag::iri) return {};
  const std::string& iri = read_(thing).value;
  if (const std::string own = path(thing); !own.empty()) {
    const std::string_view fragment = fragment_of(iri);
    return own + ".html" + (fragment.empty() ? "" : '#' + anchor(fragment));
  }
  if (const OntologyTerm* term = site_.terms().find(iri))
    return "ontology.html#" + OntologyTerms::anchor_of(*term);
  return {};
}

} // namespace tela::publish
