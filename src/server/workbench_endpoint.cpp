#include "server/workbench_endpoint.h"

#include "base/sha256.h"
#include "server/embedded_workbench.h"
#include "server/static_file.h"

#include <algorithm>

namespace tela::server {

namespace {

constexpr std::string_view page = "/workbench", folder = "/workbench/";

void handle(const ServiceParts& parts, Answer& answer) {
  const std::string& path = answer.request().path;
  // The page names its files relative to its own address, so it has only one.
  if (path == folder)
    return answer.send({307, {{"Location", "../workbench"}, {"Cache-Control", "no-cache"}}}, "");
  const std::string_view name =
      path == page ? "index.html" : std::string_view(path).substr(folder.size());
  const auto files = embedded_workbench();
  const auto file = std::ranges::find(files, name, &base::EmbeddedFile::name);
  if (file == files.end())
    throw Refusal({404, "there is nothing at " + path, "see " + std::string(page), {}, {}});
  send_file(parts, base::sha256(file->content), name, file->content, answer);
}

} // namespace

void add_workbench_endpoint(Router& router, const ServiceParts& parts) {
  for (const std::string_view path : {page, folder})
    router.add({std::string(path), {Method::get, Method::head}, [parts](Answer& answer) {
                  handle(parts, answer);
                }});
}

} // namespace tela::server
