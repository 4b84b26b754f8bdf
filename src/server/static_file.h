#pragma once

#include "server/answer.h"
#include "server/service.h"

#include <string>
#include <string_view>

namespace tela::server {

/// Sends a file of a site for people under the policy that lets a page load from here and from
/// nowhere else. Its type follows from the end of `path`; its validator from `version`, which
/// changes whenever the content does.
void send_file(const ServiceParts& parts, const std::string& version, std::string_view path,
               std::string_view content, Answer& answer);

} // namespace tela::server
