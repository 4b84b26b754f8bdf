#pragma once

#include "server/answer.h"
#include "server/service.h"

#include <functional>
#include <string>
#include <string_view>

namespace tela::server {

/// Sends a file of a site for people. Its type follows from the end of `path`; its validator from
/// `version`, which changes whenever the content does.
void send_file(const ServiceParts& parts, const std::string& version, std::string_view path,
               std::string_view content, Answer& answer);

/// The same for one that is made when the client does not have it; `version` is the store's, and
/// the file is kept in memory.
void send_made(const ServiceParts& parts, const std::string& version, std::string_view path,
               Answer& answer, const std::function<std::string()>& make);

} // namespace tela::server
