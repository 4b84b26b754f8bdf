#include "conformance/manifest.h"

#include "conformance/manifest_graph.h"
#include "rdf/namespaces.h"
#include "support/paths.h"

#include <utility>

namespace tela::tests {

namespace {

constexpr std::string_view qt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
constexpr std::string_view dawgt = "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#";

NamedGraph named_graph(const rdf::Term& file) {
  return {path_of(file.value), file.value};
}

void read_action(const ManifestGraph& graph, const rdf::Term& action, ManifestEntry& entry) {
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

ManifestEntry read_entry(const ManifestGraph& graph, const rdf::Term& subject,
                         std::string category) {
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
  const auto folder = tests::shared_folder() / "w3c" / name;
  if (!std::filesystem::is_directory(folder)) return std::nullopt;
  return std::filesystem::canonical(folder);
}

std::vector<ManifestEntry> read_manifest(const std::filesystem::path& manifest) {
  const ManifestGraph graph(manifest);
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
