#include "publish/network_files.h"

#include "base/error.h"
#include "export/profile.h"
#include "publish/page_words.h"
#include "relations/affiliations.h"
#include "relations/one_mode.h"

#include <array>

namespace tela::publish {

namespace {

struct NetworkKind {
  std::string_view name;
  WordKey topic; ///< a key of word()
  relations::Actors actors;
  std::vector<std::string> by;
};

const std::vector<NetworkKind>& one_mode_kinds() {
  static const std::vector<NetworkKind> kinds{
      {"states", "network-states", relations::Actors::states, {"beneficiaries", "memberships"}},
      {"processes", "network-processes", relations::Actors::processes, {"memberships"}},
      {"organisations", "network-organisations", relations::Actors::organisations, {"partners"}}};
  return kinds;
}

struct NetworkFormat {
  export_::Format format;
  std::string_view extension, label, media_type, eu_format;
};

constexpr std::array formats{
    NetworkFormat{export_::Format::graphml, "graphml", "GraphML", "application/xml", "XML"},
    NetworkFormat{export_::Format::gexf, "gexf", "GEXF", "application/xml", "XML"}};

Download write_network(const relations::Network& network, const std::string& name, WordKey topic,
                       const NetworkFormat& format, ReleaseFolder& folder) {
  auto file = folder.create("networks/" + name + '.' + std::string(format.extension));
  write_graph(format.format, export_::Reader::any, network.head, *network.edges.stream(),
              [&](std::string_view bytes) { file.write(bytes); });
  return {file.finish(),
          std::string(format.label),
          std::string(format.media_type),
          std::string(format.eu_format),
          false,
          word(topic),
          word("network-for-programs"),
          {},
          {}};
}

} // namespace

std::vector<Download> write_networks(const store::Store& store, ReleaseFolder& folder,
                                     std::vector<std::string>& notes) {
  std::vector<Download> downloads;
  const auto write_both = [&](const std::string& name, WordKey topic, const auto& make) {
    try {
      const relations::Network network = make();
      if (network.head.nodes.size() == 0) {
        notes.push_back("the network of " + name + " is empty and was left out");
        return;
      }
      for (const NetworkFormat& format : formats)
        downloads.push_back(write_network(network, name, topic, format, folder));
    } catch (const base::Error& error) {
      if (error.failure() == base::Failure::input) throw;
      notes.push_back("the network of " + name + " was left out: " + error.message());
    }
  };
  for (const NetworkKind& kind : one_mode_kinds())
    write_both(std::string(kind.name), kind.topic, [&] {
      relations::OneModeOptions options;
      options.actors = kind.actors;
      options.by = kind.by;
      return relations::one_mode(store, options);
    });
  write_both("affiliations", "affiliations", [&] {
    return relations::affiliations(store, {.by = {"beneficiaries", "memberships"}});
  });
  return downloads;
}

} // namespace tela::publish
