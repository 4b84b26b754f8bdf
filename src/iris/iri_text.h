#pragma once

#include <string>
#include <string_view>

/// Text from data as a part of an IRI or file name: whatever comes in, one safe path segment comes
/// out.
namespace tela::iris {

/// `text` as one path segment that loses nothing: unreserved characters (RFC 3986 section 2.3)
/// stay, the rest is percent-encoded, and a leading '.' or '_' gets '_' before it, so that no
/// segment is "." or "..". Equal segments mean equal texts, up to 200 bytes; from there on a hash
/// of the whole stands for the rest. Empty text gives "_".
[[nodiscard]] std::string iri_segment(std::string_view text);

/// `text` as people like it in an address: "Treizième Conférence" → "treizieme-conference". Lower
/// case letters, digits and single hyphens, at most 80 characters. Letters are folded
/// (base/fold.h); where anything else but punctuation was dropped, or the end cut, a hash of the
/// whole follows. Never empty. REQUIRES: UTF-8.
[[nodiscard]] std::string slug(std::string_view text);

/// A web address as path segments without its scheme: "https://iom.int/fr/node/1" →
/// "iom.int/fr/node/1". Each segment as iri_segment(). REQUIRES: is_web_address(address).
[[nodiscard]] std::string address_path(std::string_view address);

/// Whether `text` is an absolute http or https IRI with a host and no forbidden character.
[[nodiscard]] bool is_web_address(std::string_view text);

} // namespace tela::iris
