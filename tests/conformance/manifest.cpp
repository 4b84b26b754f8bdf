#include "conformance/manifest.h"

#include "base/file.h"
#include "rdf/iri.h"
#include "rdf/namespaces.h"
#include "rdf/quad.h"
#include "rdf/turtle_reader.h"

#include <utility>

namespace tela::tests {

namespace {

constexpr std::string_view mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
constexpr std::string_view qt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
constexpr std::string_view dawgt = "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#";
constexpr std::string_view file_scheme = "file://";

std::string name_in(std::string_view vocabulary, std::string_view local) {
  return std::string(vocabulary) + std::string(local);
}

/// The part of an IRI behind its last '#' or '/'.
std::string local_name(const std::string& iri) {
  return iri.substr(iri.find_last_of("#/") + 1);
}

std::filesystem::path path_of(const std::string& file_iri) {
  return file_iri.substr(file_scheme.size());
}

/// A manifest as a graph: subject and predicate → objects in order.
class Graph : public rdf::QuadSink {
 public:
  explicit Graph(const std::filesystem::path& file) {
    rdf::ReadOptions options;
    options.base = rdf::file_iri(file.string());
    rdf::read_turtle(file.string(), base::read_file(file), *this, options);
  }

  void quad(const rdf::QuadView& quad) override {
    objects_[{rdf::to_term(quad.subject), std::string(quad.predicate.value)}].push_back(
        rdf::to_term(quad.object));
  }

  std::vector<rdf::Term> objects(const rdf::Term& subject, const std::string& predicate) const {
    const auto found = objects_.find({subject, predicate});
    return found == objects_.end() ? std::vector<rdf::Term>{} : found->second;
  }
  std::optional<rdf::Term> object(const rdf::Term& subject, const std::string& predicate) const {
    const auto all = objects(subject, predicate);
    return all.empty() ? std::nullopt : std::optional(all.front());
  }
  /// The subject of the first statement with this predicate and object.
  std::optional<rdf::Term> subject(const std::string& predicate, const std::string& object) const {
    for (const auto& [key, values] : objects_)
      if (key.second == predicate && values.front().value == object) return key.first;
    return std::nullopt;
  }
  /// The members of the collection that `head` begins.
  std::vector<rdf::Term> members(std::optional<rdf::Term> head) const {
    std::vector<rdf::Term> members;
    while (head && head->value != rdf::rdf_nil) {
      if (auto first = object(*head, std::string(rdf::rdf_first)))
        members.push_back(*std::move(first));
      head = object(*head, std::string(rdf::rdf_rest));
    }
    return members;
  }

 private:
  std::map<std::pair<rdf::Term, std::string>, std::vector<rdf::Term>> objects_;
};

NamedGraph named_graph(const rdf::Term& file) {
  return {path_of(file.value), file.value};
}

void read_action(const Graph& graph, const rdf::Term& action, ManifestEntry& entry) {
  if (action.kind == rdf::TermKind::iri) {
    entry.query = path_of(action.value);
    return;
  }
  if (const auto query = graph.object(action, name_in(qt, "query")))
    entry.query = path_of(query->value);
  for (const auto& file : graph.objects(action, name_in(qt, "data")))
    entry.data.push_back(path_of(file.value));
  for (const auto& file : graph.objects(action, name_in(qt, "graphData")))
    if (file.kind == rdf::TermKind::iri) entry.named_graphs.push_back(named_graph(file));
  for (const auto& service : graph.objects(action, name_in(qt, "serviceData"))) {
    const auto endpoint = graph.object(service, name_in(qt, "endpoint"));
    const auto file = graph.object(service, name_in(qt, "data"));
    if (endpoint && file) entry.services.push_back({path_of(file->value), endpoint->value});
  }
}

ManifestEntry read_entry(const Graph& graph, const rdf::Term& subject, std::string category) {
  ManifestEntry entry;
  entry.iri = subject.value;
  entry.category = std::move(category);
  if (const auto type = graph.object(subject, std::string(rdf::rdf_type)))
    entry.type = local_name(type->value);
  if (const auto name = graph.object(subject, name_in(mf, "name"))) entry.name = name->value;
  if (const auto approval = graph.object(subject, name_in(dawgt, "approval")))
    entry.approval = local_name(approval->value);
  if (const auto action = graph.object(subject, name_in(mf, "action")))
    read_action(graph, *action, entry);
  const auto result = graph.object(subject, name_in(mf, "result"));
  if (result && result->kind == rdf::TermKind::iri) entry.result = path_of(result->value);
  const auto cardinality = graph.object(subject, name_in(mf, "resultCardinality"));
  entry.lax_cardinality = cardinality && cardinality->value.ends_with("LaxCardinality");
  return entry;
}

} // namespace

std::optional<std::filesystem::path> w3c_suite(std::string_view name) {
  const auto folder = std::filesystem::path(TELA_SHARED_DIR) / "w3c" / name;
  if (!std::filesystem::is_directory(folder)) return std::nullopt;
  return std::filesystem::canonical(folder);
}

std::vector<ManifestEntry> read_manifest(const std::filesystem::path& manifest) {
  const Graph graph(manifest);
  const auto found = graph.subject(std::string(rdf::rdf_type), name_in(mf, "Manifest"));
  if (!found) return {};
  const rdf::Term subject = *found;
  std::vector<ManifestEntry> entries;
  for (const auto& list : graph.objects(subject, name_in(mf, "include"))) {
    for (const auto& included : graph.members(list)) {
      auto more = read_manifest(path_of(included.value));
      std::move(more.begin(), more.end(), std::back_inserter(entries));
    }
  }
  const std::string category = manifest.parent_path().filename().string();
  for (const auto& entry : graph.members(graph.object(subject, name_in(mf, "entries"))))
    entries.push_back(read_entry(graph, entry, category));
  return entries;
}

} // namespace tela::tests
