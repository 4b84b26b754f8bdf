#pragma once

#include "jsonld/context_processor.h"
#include "jsonld/document.h"
#include "jsonld/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace tela::jsonld {

/// Expansion (section 5.1): contexts are worked into the values, and what has no IRI is passed over
/// with a warning. All errors are Error(input), with the place and the specification's code.
/// Recursion is as deep as the JSON text, which its reader bounds.
class Expander {
 public:
  /// Both outlive the expander.
  Expander(Document& document, ContextProcessor& contexts)
      : document_(document), contexts_(contexts) {}

  /// An expanded object, an array of them, or null. `property` is the one that `element` is a value
  /// of: null at the top of the document. Steps are those of section 5.1.2.
  [[nodiscard]] Value expand(SharedContext active, const std::string* property,
                             const Value& element, bool from_map = false);

 private:
  /// An object on its way.
  struct Work {
    SharedContext active, type_scoped;
    const std::string* property;
    std::optional<std::string> input_type; ///< the last one, which tells JSON literals
    Object result = {};
  };
  using Iri = std::optional<std::string>;

  // expander.cpp
  [[nodiscard]] Value expand_scalar(const SharedContext& active, const std::string* property,
                                    const Value& element);
  [[nodiscard]] Value expand_text(const Context& active, const std::string& property,
                                  const Value& element);
  [[nodiscard]] Value expand_array(const SharedContext& active, const std::string* property,
                                   const Value& element, bool from_map);
  [[nodiscard]] Value expand_object(SharedContext active, const std::string* property,
                                    const Value& element);
  [[nodiscard]] bool keeps_context(const Context& active, const Value& element);
  void apply_types(Work& work, const Value& element);
  [[nodiscard]] Value finished(Work& work, std::size_t offset);
  void check_value_object(Work& work, std::size_t offset) const;
  [[nodiscard]] Value finished_set(Work& work, std::size_t offset) const;
  [[nodiscard]] Value without_free_floating(Value value);

  // expand_entries.cpp
  void expand_entries(Work& work, const Value& element);
  void expand_nest(Work& work, const std::string& key, const Value& nested);
  void expand_keyword(Work& work, const std::string& keyword, const Value& value);
  void add_id(Work& work, const Value& value);
  void add_types(Work& work, const Value& value);
  void add_included(Work& work, const Value& value);
  void add_literal(Work& work, const Value& value);
  void add_language(Work& work, const Value& value);
  void add_direction(Work& work, const Value& value);
  void add_index(Work& work, const Value& value);
  void add_list(Work& work, const Value& value);
  void add_reverse(Work& work, const Value& value);
  void add_reverse_values(Work& work, std::string_view property, Value values);

  // expand_property.cpp
  void expand_property(Work& work, const std::string& key, const std::string& iri,
                       const Value& value);
  [[nodiscard]] Value expand_language_map(const Context& active, const TermDefinition& term,
                                          const Value& map);
  [[nodiscard]] Value expand_index_map(const SharedContext& active, const std::string& key,
                                       const TermDefinition& term, const Value& map);
  [[nodiscard]] SharedContext context_of_entry(const SharedContext& active,
                                               const TermDefinition& term,
                                               const std::string& index);
  void name_item(const Context& active, const TermDefinition& term, const std::string& index,
                 std::size_t offset, Value& item);
  void add_index_property(const Context& active, const TermDefinition& term,
                          const std::string& index, Value& item);

  [[nodiscard]] Iri expand_iri(const Context& active, std::string_view text, Relative relative,
                               std::size_t offset) {
    return contexts_.expand_iri(active, text, relative, offset);
  }

  Document& document_;
  ContextProcessor& contexts_;
};

} // namespace tela::jsonld
