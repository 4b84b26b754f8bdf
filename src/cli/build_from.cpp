#include "cli/build_from.h"

#include "base/progress.h"
#include "base/sha256.h"
#include "base/temporary.h"
#include "cli/destination.h"
#include "cli/endpoint_store.h"
#include "cli/messages.h"
#include "rdf/nquads_writer.h"
#include "redland/reader.h"
#include "remote/statement_puller.h"

#include <filesystem>

namespace tela::cli {

namespace fs = std::filesystem;

namespace {

/// The same for the same statements of the same service, as far as counts tell.
std::string file_name(const std::string& address, const remote::Slice& slice) {
  std::string text = address + (slice.is_default ? "\ndefault" : "\nnamed");
  for (const auto& condition : slice.conditions) {
    text += "\n?" + condition.variable;
    for (const rdf::Term& value : condition.values) text += "\n" + rdf::to_ntriples(value);
  }
  return base::sha256(text + "\n" + std::to_string(slice.count)).substr(0, 32) + ".nq.zst";
}

class Mirror {
 public:
  explicit Mirror(const MirrorRequest& request)
      : request_(request), lock_(request.store), service_(open_service(request.endpoint)),
        puller_(service_, capabilities_of(request.endpoint, service_), {request.graphs, {}}),
        folder_(request.store + ".parts") {}

  void make() {
    fs::create_directories(folder_);
    const auto slices = puller_.plan(request_.part);
    for (const auto& slice : slices) all_ += slice.count;
    fetch(slices);
    check_count();
    build();
    fs::remove_all(folder_);
  }

 private:
  void fetch(const std::vector<remote::Slice>& slices) {
    base::Progress progress(standard_error_is_lively() ? stderr : nullptr, "statements", all_);
    std::uint64_t done = 0, kept = 0;
    for (const auto& slice : slices) {
      parts_.push_back(folder_ / file_name(service_.address(), slice));
      if (fs::exists(parts_.back()))
        ++kept;
      else
        fetch(slice, parts_.back());
      progress.update(done += slice.count);
    }
    if (kept != 0)
      print_note(std::to_string(kept) + " of " + std::to_string(slices.size()) +
                 " parts had come before");
  }

  void fetch(const remote::Slice& slice, const fs::path& part) {
    Destination file(part);
    rdf::NQuadsWriter writer([&](std::string_view lines) { file.write(lines); });
    puller_.pull(slice, writer);
    writer.finish();
    file.commit();
  }

  void check_count() {
    const std::uint64_t now = puller_.count();
    if (now == all_) return;
    throw remote::NotWhole(service_.address(),
                           "it holds " + std::to_string(now) + " statements now, and held " +
                               std::to_string(all_) + " before",
                           "begin it again: only what has changed is asked for");
  }

  void build() {
    store::Builder builder(request_.store, request_.build);
    for (const fs::path& part : parts_) {
      builder.begin_source(part.filename().string()); // whose blank nodes are its own
      redland::read_file(part, redland::Syntax::nquads, builder);
    }
    builder.begin_source("");
    if (!request_.base_iri.empty()) builder.set_base_iri(request_.base_iri);
    builder.set_metadata("mirror of", service_.address());
    const auto summary = builder.finish();
    print_note("statements counted " + std::to_string(all_) + " = written " +
               std::to_string(summary.quads) + ", " + std::to_string(summary.bytes) + " bytes in " +
               request_.store + "; " + std::to_string(service_.bytes()) + " bytes in " +
               std::to_string(service_.requests()) + " requests");
    if (summary.quads != all_)
      print_note(std::to_string(all_ - summary.quads) +
                 " of them are the same as others to Tela, whatever they are to the service");
  }

  const MirrorRequest& request_;
  base::TargetLock lock_;
  remote::SparqlService service_;
  remote::StatementPuller puller_;
  fs::path folder_;
  std::vector<fs::path> parts_;
  std::uint64_t all_ = 0;
};

} // namespace

void build_from(const MirrorRequest& request) {
  Mirror(request).make();
}

} // namespace tela::cli
