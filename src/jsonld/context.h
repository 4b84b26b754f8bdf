#pragma once

#include "jsonld/value.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tela::jsonld {

/// What "@container" says, as a set of bits.
enum class Container : std::uint8_t {
  none = 0,
  graph = 1,
  id = 2,
  index = 4,
  language = 8,
  list = 16,
  set = 32,
  type = 64,
};
[[nodiscard]] constexpr Container operator|(Container a, Container b) {
  return static_cast<Container>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr bool has(Container set, Container one) {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(one)) != 0;
}

/// A language or a direction that a term may have of its own: nothing when it has not, and a null
/// (an empty optional inside) when it takes the context's away.
using Override = std::optional<std::optional<std::string>>;

/// What a term of a context means (section 4.1).
struct TermDefinition {
  std::optional<std::string> iri; ///< none: the term stands for nothing
  std::optional<std::string> type, index, nest;
  Override language, direction;
  const Value* context = nullptr; ///< scoped; stands in the document's tree
  Container container = Container::none;
  bool is_prefix = false;
  bool is_reverse = false;
  bool is_protected = false;
};

/// An active context: never changed once it is made, and shared.
struct Context {
  /// Null where a term has no definition any more.
  std::map<std::string, std::shared_ptr<const TermDefinition>, std::less<>> terms;
  std::optional<std::string> base; ///< none: relative references stay relative
  std::optional<std::string> vocabulary, language, direction;
  std::shared_ptr<const Context> previous;

  /// Null when there is none.
  [[nodiscard]] const TermDefinition* term(std::string_view name) const {
    const auto found = terms.find(name);
    return found == terms.end() ? nullptr : found->second.get();
  }
};
using SharedContext = std::shared_ptr<const Context>;

} // namespace tela::jsonld
