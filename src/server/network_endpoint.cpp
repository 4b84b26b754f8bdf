#include "server/network_endpoint.h"

#include "engine/places.h"
#include "relations/measure_columns.h"
#include "relations/network_file.h"
#include "relations/network_kind.h"
#include "server/parameters.h"
#include "server/result_format.h"
#include "server/validator.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace tela::server {

namespace {

constexpr std::string_view folder = "/graph/";

/// A form of the file: its end, its format (relations/network_file.h), its media type.
struct FileForm {
  std::string_view end, format, media_type;
};

constexpr std::array<FileForm, 16> forms{{
    {"graphml", "graphml", "application/graphml+xml"},
    {"gexf", "gexf", "application/gexf+xml"},
    {"dot", "dot", "text/vnd.graphviz"},
    {"nodes.csv", "csv-nodes", "text/csv"},
    {"csv", "csv-edges", "text/csv"},
    {"cyjs", "cyjs", "application/json"},
    {"cx2", "cx2", "application/json"},
    {"json", "json", "application/json"},
    {"net", "pajek", "text/plain"},
    {"geojson", "geojson", "application/geo+json"},
    {"nodes.parquet", "parquet-nodes", "application/vnd.apache.parquet"},
    {"parquet", "parquet-edges", "application/vnd.apache.parquet"},
    {"map.svg", "map-svg", "image/svg+xml"},
    {"svg", "svg", "image/svg+xml"},
    {"png", "png", "image/png"},
    {"pdf", "pdf", "application/pdf"},
}};

[[noreturn]] void unknown(const std::string& what, const std::string& advice) {
  throw Refusal({404, what, advice, {}, {}});
}

const FileForm& form_of(std::string_view end) {
  const auto found = std::ranges::find(forms, end, &FileForm::end);
  if (found == forms.end())
    unknown("there is no form ." + std::string(end),
            "take .graphml, .gexf, .json, .cyjs, .csv, .parquet, .geojson, .dot, .svg, .map.svg, "
            ".pdf or .png");
  return *found;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    if (!part.empty()) parts.emplace_back(part);
  }
  return parts;
}

template<class Number>
Number number(std::string_view name, std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw Refusal(
        {400, std::string(name) + ": '" + std::string(text) + "' is no number", {}, {}, {}});
  return value;
}

/// What is asked for beside the network itself.
struct NetworkRequest {
  relations::OneModeOptions options;
  std::vector<std::string> measures;
  relations::NetworkFile file;
};

// One parameter of the address. Unknown ones are refused: passed over, they would give another
// network.
void read_parameter(const std::string& name, const std::string& value, NetworkRequest& asked) {
  relations::OneModeOptions& options = asked.options;
  if (name == "by")
    options.by = split(value);
  else if (name == "where")
    relations::read_condition(value, options.where);
  else if (name == "weight")
    options.weight = network::weight_named(value);
  else if (name == "min-weight")
    options.min_weight = number<double>(name, value);
  else if (name == "top")
    options.top = number<std::size_t>(name, value);
  else if (name == "ego")
    options.ego = value;
  else if (name == "radius")
    options.radius = number<unsigned>(name, value);
  else if (name == "lang")
    options.language = value;
  else if (name == "sum")
    options.kinds = relations::Kinds::summed;
  else if (name == "dates")
    options.dates = true;
  else if (name == "isolates")
    options.isolates = true;
  else if (name == "backbone")
    options.backbone = relations::backbone_named(value);
  else if (name == "measures")
    asked.measures = split(value);
  else if (name == "for")
    asked.file.reader = value;
  else if (name == "layout")
    asked.file.layout = value;
  else
    throw Refusal({400, "there is no parameter " + name, "see /openapi.json", {}, {}});
}

NetworkRequest read_request(std::string_view kind, const Parameters& parameters) {
  refuse_doubled(parameters, {"where"});
  NetworkRequest asked;
  for (const auto& [name, value] : parameters) read_parameter(name, value, asked);
  relations::choose_kind(asked.options, kind);
  asked.file.language = asked.options.language;
  return asked;
}

void handle(const ServiceParts& parts, Answer& answer) {
  const std::string_view file = std::string_view(answer.request().path).substr(folder.size());
  const auto dot = std::min(file.find('.'), file.size());
  if (dot == file.size())
    unknown("a network needs the form of its file", "ask for /graph/states.gexf");
  const FileForm& form = form_of(file.substr(dot + 1));
  const std::string_view kind = file.substr(0, dot);
  NetworkRequest asked = read_request(kind, answer.request().parameters);
  asked.file.format = form.format;
  asked.options.execution = {.threads = 1, .cancellation = &answer.exchange().cancellation};
  const auto store = answer.read_from(parts.stores);
  answer_once(parts, answer, Repeatable::yes, store->version, content_type(form.media_type),
              [&](ResponseHead head) {
                const auto& data = store->database.store();
                relations::Network network = relations::network_of_kind(data, kind, asked.options);
                asked.file.places = engine::places_of(data);
                relations::add_measures(network, asked.measures, 1, asked.options.execution);
                answer.exchange().rows = network.edges.size();
                answer.start(std::move(head));
                if (answer.head_only()) return;
                std::ignore = relations::write_network(
                    network, asked.file, [&](std::string_view bytes) { answer.write(bytes); });
              });
}

} // namespace

void add_network_endpoint(Router& router, const ServiceParts& parts) {
  router.add({std::string(folder), {Method::get, Method::head}, [parts](Answer& answer) {
                handle(parts, answer);
              }});
}

} // namespace tela::server
