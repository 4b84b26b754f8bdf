#include "server/workbench_endpoint.h"

#include "base/json.h"
#include "base/sha256.h"
#include "publish/page_words.h"
#include "server/embedded_workbench.h"
#include "server/static_file.h"

#include <algorithm>

namespace tela::server {

namespace {

constexpr std::string_view page = "/workbench", folder = "/workbench/";

constexpr std::string_view languages_file = "languages.json";

// The languages that there are words in, by tag and their own names.
const std::string& languages() {
  static const std::string list = [] {
    std::string text;
    base::JsonWriter json(text);
    json.begin_array();
    for (std::size_t i = 0; i < publish::language_count; ++i)
      json.begin_object()
          .field("tag", publish::language_tags[i])
          .field("name", publish::language_names()[i])
          .end_object();
    json.end_array();
    return text + '\n';
  }();
  return list;
}

void send(const ServiceParts& parts, std::string_view name, std::string_view content,
          Answer& answer) {
  send_file(parts, base::sha256(content), name, content, answer);
}

void handle(const ServiceParts& parts, Answer& answer) {
  const std::string& path = answer.request().path;
  // The page names its files relative to its own address, so it has only one.
  if (path == folder)
    return answer.send({307, {{"Location", "../workbench"}, {"Cache-Control", "no-cache"}}}, "");
  const std::string_view name =
      path == page ? "index.html" : std::string_view(path).substr(folder.size());
  if (name == languages_file) return send(parts, name, languages(), answer);
  const auto files = embedded_workbench();
  const auto file = std::ranges::find(files, name, &base::EmbeddedFile::name);
  if (file == files.end())
    throw Refusal({404, "there is nothing at " + path, "see " + std::string(page), {}, {}});
  send(parts, name, file->content, answer);
}

} // namespace

void add_workbench_endpoint(Router& router, const ServiceParts& parts) {
  for (const std::string_view path : {page, folder})
    router.add({std::string(path), {Method::get, Method::head}, [parts](Answer& answer) {
                  handle(parts, answer);
                }});
}

} // namespace tela::server
