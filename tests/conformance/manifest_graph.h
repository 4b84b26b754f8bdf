#pragma once

#include "rdf/quad.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::tests {

/// The vocabulary of test manifests.
inline constexpr std::string_view mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

/// The IRI of a vocabulary's term.
[[nodiscard]] std::string name_in(std::string_view vocabulary, std::string_view local);

/// The part of an IRI behind its last '#' or '/'.
[[nodiscard]] std::string local_name(const std::string& iri);

/// The file that a file: IRI names.
[[nodiscard]] std::filesystem::path path_of(const std::string& file_iri);

/// A Turtle file as a graph: subject and predicate → objects in order.
class ManifestGraph : public rdf::QuadSink {
 public:
  /// Reads `file`. Throws base::Error.
  explicit ManifestGraph(const std::filesystem::path& file);

  void quad(const rdf::QuadView& quad) override;

  [[nodiscard]] std::vector<rdf::Term> objects(const rdf::Term& subject,
                                               const std::string& predicate) const;
  [[nodiscard]] std::optional<rdf::Term> object(const rdf::Term& subject,
                                                const std::string& predicate) const;
  /// The subject of the first statement with this predicate and object.
  [[nodiscard]] std::optional<rdf::Term> subject(const std::string& predicate,
                                                 const std::string& object) const;
  /// The members of the collection that `head` begins.
  [[nodiscard]] std::vector<rdf::Term> members(std::optional<rdf::Term> head) const;
  /// What is said of `node`: predicate and object.
  [[nodiscard]] std::vector<std::pair<std::string, rdf::Term>>
  statements(const rdf::Term& node) const;

 private:
  std::map<std::pair<rdf::Term, std::string>, std::vector<rdf::Term>> objects_;
};

} // namespace tela::tests
