#pragma once

#include "base/xml_reader.h"
#include "export/lint_findings.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace tela::export_ {

/// A <key> as it was declared.
struct GraphmlKey {
  /// What Gephi makes of its values.
  enum class Meaning { attribute, looks, weight };

  std::string owner; ///< node, edge, graph, all …
  std::string name;
  std::string type;
  std::string called; ///< "key "d0" (region)", for messages
  Meaning meaning = Meaning::attribute;
};

/// Looks at the declarations of a GraphML file.
class GraphmlKeyLint {
 public:
  /// `findings` must outlive it.
  explicit GraphmlKeyLint(LintFindings& findings) : findings_(findings) {}

  void declare(const base::XmlAttributes& key, std::uint64_t line);
  /// The key of that id, or null.
  [[nodiscard]] const GraphmlKey* find(std::string_view id) const;
  /// What is missing among all keys.
  void at_end();

 private:
  void type(const GraphmlKey& key, std::uint64_t line);
  void owner(const GraphmlKey& key, std::uint64_t line);
  void ids_of_gephi(std::string_view id, const GraphmlKey& key, std::uint64_t line);

  LintFindings& findings_;
  std::map<std::string, GraphmlKey, std::less<>> keys_;
  bool label_ = false, name_ = false, yed_graphics_ = false;
};

} // namespace tela::export_
