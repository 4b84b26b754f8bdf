#include "cli/endpoint_store.h"

#include "base/progress.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "store/builder.h"

#include <filesystem>

namespace tela::cli {

namespace {

/// Hands statements on and shows how far they have come.
class Shown final : public rdf::QuadSink {
 public:
  Shown(rdf::QuadSink& next, base::Progress& progress) : next_(next), progress_(progress) {}
  void quad(const rdf::QuadView& quad) override {
    next_.quad(quad);
    progress_.update(++done_);
  }

 private:
  rdf::QuadSink& next_;
  base::Progress& progress_;
  std::uint64_t done_ = 0;
};

} // namespace

remote::Capabilities capabilities_of(const EndpointOptions& options,
                                     remote::SparqlService& service) {
  return remote::kept_capabilities(service, remote::load_dialects(options.dialects),
                                   remote::user_cache_folder());
}

EndpointStore::EndpointStore(const EndpointOptions& options, std::string& store,
                             const remote::Portion& portion) {
  if (options.address.empty()) return;
  auto service = open_service(options);
  remote::StatementPuller puller(service, capabilities_of(options, service), portion);
  const auto slices = puller.plan();
  std::uint64_t count = 0;
  for (const auto& slice : slices) count += slice.count;

  folder_.emplace(std::filesystem::temp_directory_path() / "tela-endpoint");
  const auto path = folder_->path() / "store";
  store::BuildOptions build;
  build.cancellation = &interruption();
  store::Builder builder(path, build);
  {
    base::Progress progress(standard_error_is_lively() ? stderr : nullptr, "statements", count);
    Shown shown(builder, progress);
    for (const auto& slice : slices) puller.pull(slice, shown);
  }
  const auto summary = builder.finish();
  print_note(std::to_string(summary.quads) + " statements from " + service.address() + ", " +
             std::to_string(service.bytes()) + " bytes in " + std::to_string(service.requests()) +
             " requests");
  store = path;
}

} // namespace tela::cli
