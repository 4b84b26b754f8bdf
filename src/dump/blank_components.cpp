#include "dump/blank_components.h"

#include "base/sha256.h"
#include "rdf/canonical_labels.h"
#include "rdf/nquads_writer.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tela::dump {

namespace {

/// Which blank nodes hang together: a forest in which each node knows a nearer one to its root.
class Groups {
 public:
  /// Puts all blank nodes of `quad` into one group.
  void join(const rdf::Quad& quad) {
    const std::string_view first = some_blank(quad);
    for_each_blank(quad, [&](const std::string& label) { nearer_[root(label)] = root(first); });
  }

  /// The one node that stands for the group of `quad`.
  std::string_view group(const rdf::Quad& quad) { return root(some_blank(quad)); }

 private:
  template<typename Visit>
  static void for_each_blank(const rdf::Quad& quad, Visit visit) {
    for (const rdf::Term* term : {&quad.subject, &quad.object})
      if (term->kind == rdf::TermKind::blank) visit(term->value);
    if (quad.graph && quad.graph->kind == rdf::TermKind::blank) visit(quad.graph->value);
  }

  static std::string_view some_blank(const rdf::Quad& quad) {
    std::string_view found;
    for_each_blank(quad, [&](const std::string& label) { found = label; });
    return found;
  }

  std::string_view root(std::string_view label) {
    for (;;) {
      std::string_view& parent = nearer_.try_emplace(label, label).first->second;
      if (parent == label) return label;
      parent = nearer_.at(parent); // halves the way for the next who asks
      label = parent;
    }
  }

  std::unordered_map<std::string_view, std::string_view> nearer_;
};

template<typename Rename>
void rename_blanks(std::vector<rdf::Quad>& quads, Rename rename) {
  const auto apply = [&](rdf::Term& term) {
    if (term.kind == rdf::TermKind::blank) term.value = rename(term.value);
  };
  for (rdf::Quad& quad : quads) {
    apply(quad.subject);
    apply(quad.object);
    if (quad.graph) apply(*quad.graph);
  }
}

std::string digest_of(const std::vector<rdf::Quad>& quads) {
  base::Sha256 sum;
  rdf::NQuadsWriter writer([&](std::string_view lines) { sum.update(lines); });
  for (const rdf::Quad& quad : quads) writer.quad(rdf::view(quad));
  writer.finish();
  return sum.finish();
}

BlankComponent component_of(std::vector<rdf::Quad> quads) {
  const rdf::CanonicalLabels labels = rdf::canonical_labels(quads);
  rename_blanks(quads, [&](const std::string& label) { return labels.at(label); });
  std::ranges::sort(quads);
  std::string digest = digest_of(quads);
  return {std::move(quads), std::move(digest)};
}

} // namespace

std::vector<BlankComponent> blank_components(const std::vector<rdf::Quad>& quads) {
  Groups groups;
  for (const rdf::Quad& quad : quads) groups.join(quad);
  std::map<std::string_view, std::vector<rdf::Quad>> by_group;
  for (const rdf::Quad& quad : quads) by_group[groups.group(quad)].push_back(quad);
  std::vector<BlankComponent> components;
  components.reserve(by_group.size());
  for (auto& [group, members] : by_group) components.push_back(component_of(std::move(members)));
  return components;
}

std::vector<rdf::Quad> labelled(const BlankComponent& component, std::size_t copy) {
  constexpr std::size_t digits = 16;
  const std::string prefix =
      "b" + component.digest.substr(0, digits) + "-" + std::to_string(copy) + "-";
  std::vector<rdf::Quad> quads = component.quads;
  rename_blanks(quads, [&](const std::string& label) { return prefix + label; });
  return quads;
}

} // namespace tela::dump
