#include "cli/publish.h"

#include "base/progress.h"
#include "cli/endpoint_store.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/store_option.h"
#include "publish/release.h"
#include "store/store_watch.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <ctime>
#include <memory>

namespace tela::cli {

namespace {

struct PublishOptions {
  std::string store, output;
  EndpointOptions source;
  publish::ReleaseOptions release;
};

// The day of $SOURCE_DATE_EPOCH (reproducible-builds.org), else today, in UTC.
std::string day_of_release() {
  std::time_t time = std::time(nullptr);
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
      epoch != nullptr) // NOLINT(concurrency-*)
    time = std::strtoll(epoch, nullptr, 10);
  std::tm day{};
  ::gmtime_r(&time, &day);
  std::string text(sizeof("2026-01-01"), '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%d", &day));
  return text;
}

void run_publish(PublishOptions& options) {
  const EndpointStore endpoint(options.source, options.store);
  const store::StoreWatch watch(options.store);
  const auto database = engine::Database::open(options.store);
  publish::ReleaseOptions release = options.release;
  release.cancellation = &interruption();
  base::Progress progress(standard_error_is_lively() ? stderr : nullptr, "pages",
                          database.store().counts().iris);
  release.progress = [&](std::uint64_t done, std::uint64_t) { progress.update(done); };
  const auto start = std::chrono::steady_clock::now();
  const auto report = publish::publish(database, options.output, release);
  watch.check();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  for (const std::string& note : report.notes) print_note(note);
  std::array<char, 32> time{};
  std::snprintf(time.data(), time.size(), "%.1f s", seconds.count()); // NOLINT(*-vararg)
  print_note(std::to_string(report.pages) + " resources, " + std::to_string(report.statements) +
             " statements: " + std::to_string(report.files) + " files, " +
             std::to_string(report.bytes) + " bytes in " + options.output + " in " + time.data());
}

void add_description(CLI::App& command, publish::ReleaseOptions& release) {
  command.add_option("--base-iri", release.base_iri,
                     "Address at which the release will stand; without it that of the data");
  command.add_option("--title", release.title, "Of the dataset")->capture_default_str();
  command.add_option("--licence", release.licence, "Address of the licence")->capture_default_str();
  command.add_option("--publisher", release.publisher, "Name of who publishes")
      ->capture_default_str();
  command.add_option("--publisher-iri", release.publisher_iri, "Address of who publishes");
  command.add_option("--contact", release.contact, "mailto: or https: address for questions");
  command.add_option("--endpoint", release.endpoint, "Address of a SPARQL endpoint of the data");
  command.add_option("--theme", release.themes, "Codes of the EU's data themes, parted by commas")
      ->delimiter(',')
      ->capture_default_str();
  command.add_option("--spatial", release.spatial, "IRIs of the places covered; without it Earth")
      ->delimiter(',');
  command
      .add_option("--date", release.date,
                  "Of the release; without it that of $SOURCE_DATE_EPOCH, or today")
      ->type_name("YYYY-MM-DD");
}

} // namespace

void add_publish(CLI::App& app) {
  auto options = std::make_shared<PublishOptions>();
  options->release.date = day_of_release();
  CLI::App* command =
      app.add_subcommand("publish", "Write a release: dumps, descriptions, and a page a resource");
  command->footer("Example:\n  tela publish -o release --contact mailto:data@example.org");
  add_store_option(*command, options->store);
  add_endpoint_options(*command, options->source, "--from"); // --endpoint is what a release tells
  command->add_option("-o,--output", options->output, "Folder to write")
      ->required()
      ->type_name("DIR");
  add_description(*command, options->release);
  command->callback([options] { run_publish(*options); });
}

} // namespace tela::cli
