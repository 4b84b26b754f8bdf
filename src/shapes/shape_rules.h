#pragma once

#include "shapes/graph.h"

#include <string>
#include <string_view>

namespace tela::shapes {

/// Throws Error(input), naming the shape and the parameter, when what a shapes graph says of
/// `shape` breaks a syntax rule of SHACL Core (https://www.w3.org/TR/shacl/#syntax-rules): of what
/// kind the values of a parameter are, how many there may be, and which of the two kinds of shapes
/// may have it. Paths and lists are checked by who reads them.
void check_shape_rules(const Graph& shapes, rdf::Id shape);

/// Whether `node` is to be a property shape: it has a sh:path, or is said to be one by its type or
/// as a value of sh:property.
[[nodiscard]] bool is_property_shape(const Graph& shapes, rdf::Id node);
/// Whether it is one without sh:path, which is ill-formed.
[[nodiscard]] bool lacks_path(const Graph& shapes, rdf::Id node);

/// Throws Error(input): "the `what` `node` `why`".
[[noreturn]] void refuse(const Graph& shapes, std::string_view what, rdf::Id node,
                         const std::string& why);

/// Throws Error(input): the shape, and `why` it is refused ("has more than one sh:path").
[[noreturn]] void refuse_shape(const Graph& shapes, rdf::Id shape, const std::string& why);

} // namespace tela::shapes
