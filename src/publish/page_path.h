#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tela::publish {

/// Where the page of a resource stands, without extension: project/Q36-805 for
/// {base}project/Q36-805. So the address is the IRI, and web servers need no table. Nothing when
/// the IRI does not lie below `base`, or a part of it is not made of letters, digits, '.', '-' and
/// '_' alone, begins or ends with '.', is long, or is a name that the release or an operating
/// system keeps for itself. `iri` has no fragment.
[[nodiscard]] std::optional<std::string> natural_path(std::string_view iri, std::string_view base);

/// The path for all other IRIs: resource/3f/<end of the IRI as far as safe>-<hash of the IRI>. No
/// natural path begins so; two IRIs never share one (SHA-256, 128 bits).
[[nodiscard]] std::string hashed_path(std::string_view iri);

/// The IRI up to its fragment: the document that speaks of it.
[[nodiscard]] std::string_view document_of(std::string_view iri);
/// The fragment behind '#', or nothing.
[[nodiscard]] std::string_view fragment_of(std::string_view iri);

/// The value of an id attribute for a fragment: its safe characters, else a hash.
[[nodiscard]] std::string anchor(std::string_view fragment);

/// "" for a page at the top, "../" for each folder above `path`.
[[nodiscard]] std::string way_up(std::string_view path);

} // namespace tela::publish
