#pragma once

#include "engine/query_library.h"
#include "store/store.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What people mean when they name a thing of the store: on the command line, in a parameter.
namespace tela::relations {

/// The place in `things` of the one that is meant by `name`: its IRI (also in angle brackets), a
/// node id ("state:HN"), the last part of its IRI ("HN"), a code ("HND", "340"), or one of its
/// names, acronyms and former names in any language; codes and names in any case and without
/// accents. Codes come before labels, these before other names. Throws Error(usage) when none is
/// meant, with those that are spelt alike, or several are. `what` is the word for the things in
/// messages
/// ("state"). Cost: that of reading the names of all. REQUIRES: `things` ascending.
[[nodiscard]] std::size_t find_thing(const store::Store& store, std::span<const rdf::Id> things,
                                     std::string_view what, std::string_view name);

/// The class of the things of a kind ("theme" are concepts), or nothing.
[[nodiscard]] std::optional<std::string_view> class_of_kind(std::string_view kind);

/// The IRI of the thing of a kind ("state", "territory", "process", "organisation", "meeting",
/// "project", "theme", "region") that is meant. A name stays as it is where
/// the kind is another, or the store has no things of it. Throws Error(usage) as find_thing().
[[nodiscard]] std::string iri_of_thing(const store::Store& store, std::string_view kind,
                                       std::string_view name);

using ParameterValues = std::vector<std::pair<std::string, std::string>>; ///< name, value

/// `values` of the parameters of a saved query, with the IRI for each thing that is meant. Throws
/// Error(usage) as find_thing().
[[nodiscard]] ParameterValues
values_by_name(const store::Store& store, const engine::SavedQuery& query, ParameterValues values);

} // namespace tela::relations
