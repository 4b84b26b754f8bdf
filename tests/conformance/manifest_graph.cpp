#include "conformance/manifest_graph.h"

#include "base/file.h"
#include "rdf/iri.h"
#include "rdf/namespaces.h"
#include "rdf/turtle_reader.h"

namespace tela::tests {

namespace {

constexpr std::string_view file_scheme = "file://";

} // namespace

std::string name_in(std::string_view vocabulary, std::string_view local) {
  return std::string(vocabulary) + std::string(local);
}

std::string local_name(const std::string& iri) {
  return iri.substr(iri.find_last_of("#/") + 1);
}

std::filesystem::path path_of(const std::string& file_iri) {
  return file_iri.substr(file_scheme.size());
}

ManifestGraph::ManifestGraph(const std::filesystem::path& file) {
  rdf::ReadOptions options;
  options.base = rdf::file_iri(file.string());
  rdf::read_turtle(file.string(), base::read_file(file), *this, options);
}

void ManifestGraph::quad(const rdf::QuadView& quad) {
  objects_[{rdf::to_term(quad.subject), std::string(quad.predicate.value)}].push_back(
      rdf::to_term(quad.object));
}

std::vector<rdf::Term> ManifestGraph::objects(const rdf::Term& subject,
                                              const std::string& predicate) const {
  const auto found = objects_.find({subject, predicate});
  return found == objects_.end() ? std::vector<rdf::Term>{} : found->second;
}

std::optional<rdf::Term> ManifestGraph::object(const rdf::Term& subject,
                                               const std::string& predicate) const {
  const auto all = objects(subject, predicate);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

std::optional<rdf::Term> ManifestGraph::subject(const std::string& predicate,
                                                const std::string& object) const {
  for (const auto& [key, values] : objects_)
    if (key.second == predicate && values.front().value == object) return key.first;
  return std::nullopt;
}

std::vector<rdf::Term> ManifestGraph::members(std::optional<rdf::Term> head) const {
  std::vector<rdf::Term> members;
  while (head && head->value != rdf::rdf_nil) {
    if (auto first = object(*head, std::string(rdf::rdf_first)))
      members.push_back(*std::move(first));
    head = object(*head, std::string(rdf::rdf_rest));
  }
  return members;
}

std::vector<std::pair<std::string, rdf::Term>>
ManifestGraph::statements(const rdf::Term& node) const {
  std::vector<std::pair<std::string, rdf::Term>> result;
  for (auto entry = objects_.lower_bound({node, ""});
       entry != objects_.end() && entry->first.first == node; ++entry)
    for (const rdf::Term& object : entry->second) result.emplace_back(entry->first.second, object);
  return result;
}

} // namespace tela::tests
