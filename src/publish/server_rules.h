#pragma once

#include <string>

namespace tela::publish {

/// Rules for Apache (.htaccess in the release, wherever it stands): a resource's IRI answers 303 to
/// its page or its Turtle, as the Accept header asks; media types; the pages' policy as headers.
[[nodiscard]] std::string apache_rules();

/// The same for nginx, to be included in a server block; its head says how. `base_path`: the path
/// of the base IRI on the server, "/" or "/tela/".
[[nodiscard]] std::string nginx_rules(const std::string& base_path);

/// The path of an IRI on its server: "/tela/" for https://w3id.org/tela/.
[[nodiscard]] std::string path_on_server(const std::string& iri);

} // namespace tela::publish
