#include "publish/release.h"

#include "base/error.h"
#include "base/ordered_work.h"
#include "publish/description.h"
#include "publish/findings.h"
#include "publish/home_page.h"
#include "publish/html.h"
#include "publish/kind_lists.h"
#include "publish/network_files.h"
#include "publish/ontology_page.h"
#include "publish/page_reader.h"
#include "publish/release_folder.h"
#include "publish/resource_page.h"
#include "publish/search_entries.h"
#include "publish/search_index.h"
#include "publish/server_rules.h"
#include "publish/site_assets.h"
#include "rdf/iri.h"
#include "redland/writer.h"
#include "vocabulary/embedded_ontology.h"

#include <algorithm>
#include <array>

namespace tela::publish {

namespace {

constexpr std::size_t pages_a_chunk = 256;

void check_address(const std::string& address, const std::string& option, bool may_be_empty) {
  if (may_be_empty && address.empty()) return;
  if (rdf::is_absolute_iri(address) && (is_web_address(address) || address.starts_with("mailto:")))
    return;
  throw base::Error(base::Failure::usage, option + ": '" + address + "' is no address",
                    "give one that begins with https:// (or mailto: for a contact)");
}

ReleaseOptions checked(ReleaseOptions options, const engine::Database& database) {
  if (options.base_iri.empty()) options.base_iri = database.base_iri();
  check_address(options.base_iri, "--base-iri", false);
  if (!options.base_iri.ends_with('/'))
    throw base::Error(base::Failure::usage, "--base-iri: an address that ends in '/' is needed",
                      "write " + options.base_iri + "/");
  check_address(options.licence, "--licence", false);
  check_address(options.publisher_iri, "--publisher-iri", true);
  check_address(options.contact, "--contact", true);
  check_address(options.endpoint, "--endpoint", true);
  for (const std::string& place : options.spatial) check_address(place, "--spatial", false);
  return options;
}

/// The pages of some consecutive numbers, written.
struct WrittenPages {
  std::vector<FileEntry> files;
  std::vector<SearchEntry> entries;
};

class Release {
 public:
  Release(const engine::Database& database, const ReleaseOptions& options, ReleaseFolder& folder)
      : database_(database), options_(options), folder_(folder), site_(database, options.base_iri),
        sums_(folder.create("SHA256SUMS")) {}

  ReleaseReport write() {
    const KindLists lists(site_, options_.title);
    downloads_ = write_dumps(database_, folder_, options_.threads, report_.notes);
    rest();
    append(downloads_, write_networks(database_.store(), folder_, report_.notes));
    for (const Download& download : downloads_) note(download.file);
    write_pages(lists);
    rest();
    lists.make(output());
    write_descriptions(lists.all());
    write_fixed_files();
    std::ignore = sums_.finish();
    ++report_.files;
    report_.pages = site_.pages().size();
    report_.statements = database_.store().counts().quads;
    return std::move(report_);
  }

 private:
  void rest() const {
    if (options_.cancellation != nullptr) options_.cancellation->check();
  }
  static void append(std::vector<Download>& list, std::vector<Download> more) {
    std::ranges::move(more, std::back_inserter(list));
  }

  void note(const FileEntry& file) {
    sums_.write(file.sha256 + "  " + file.path + '\n');
    ++report_.files;
    report_.bytes += file.bytes;
  }
  std::function<void(PageFile)> output() {
    return [this](const PageFile& file) { note(folder_.write(file.path, file.content)); };
  }

  WrittenPages write_chunk(PageReader& reader, ResourcePages& pages, std::size_t chunk) const {
    WrittenPages result;
    const std::size_t end = std::min(site_.pages().size(), (chunk + 1) * pages_a_chunk);
    for (std::size_t page = chunk * pages_a_chunk; page < end; ++page) {
      rest();
      const PageContent content = reader.read(static_cast<PageNumber>(page));
      for (const PageFile& file : pages.make(content))
        result.files.push_back(folder_.write(file.path, file.content));
      if (auto entry = search_entries_.entry(pages.naming(), content))
        result.entries.push_back(std::move(*entry));
    }
    return result;
  }

  void write_pages(const KindLists& lists) {
    SearchIndex index(output());
    const std::size_t chunks = (site_.pages().size() + pages_a_chunk - 1) / pages_a_chunk;
    std::size_t done = 0;
    base::work_in_order<WrittenPages>(
        chunks, options_.threads,
        [&] {
          auto reader = std::make_shared<PageReader>(site_);
          auto pages = std::make_shared<ResourcePages>(site_, lists, options_.title);
          return [this, reader, pages](std::size_t chunk) {
            return write_chunk(*reader, *pages, chunk);
          };
        },
        [&](const WrittenPages& pages) {
          for (const FileEntry& file : pages.files) note(file);
          for (const SearchEntry& entry : pages.entries) index.add(entry);
          if (options_.progress) options_.progress(++done * pages_a_chunk, chunks * pages_a_chunk);
        });
    index.finish();
    Naming naming(site_);
    output()({"search/facets.json", search_entries_.legend(naming, index)});
  }

  void write_descriptions(const std::vector<KindList>& lists) {
    const Statistics statistics = count(database_.store(), options_.base_iri);
    if (statistics.entities == 0)
      report_.notes.push_back("no resource lies below " + options_.base_iri +
                              ": build with that --base-iri, so that addresses are IRIs");
    const ReleaseFacts facts{options_, statistics, downloads_, site_.pages().size(), example()};
    std::ranges::move(check_catalogue(facts), std::back_inserter(report_.notes));
    write_rdf(redland::Syntax::turtle, "dcat.ttl", facts, push_catalogue);
    write_rdf(redland::Syntax::json_ld, "dcat.jsonld", facts, push_catalogue);
    write_rdf(redland::Syntax::rdf_xml, "dcat.rdf", facts, push_catalogue);
    for (const auto* path : {"void.ttl", ".well-known/void"})
      write_rdf(redland::Syntax::turtle, path, facts, push_void);
    const Findings findings = find(site_);
    for (const PageFile& map : findings.maps) output()(map);
    output()({"index.html", home_page(site_, facts, findings, lists)});
  }

  [[nodiscard]] std::string example() const {
    rdf::Term storage;
    for (const rdf::Id subject : site_.pages().subjects())
      if (database_.store()
              .term(subject, storage)
              .value.starts_with(options_.base_iri + "project/"))
        return std::string(storage.value);
    return {};
  }

  template<class Push>
  void write_rdf(redland::Syntax syntax, const std::string& path, const ReleaseFacts& facts,
                 const Push& push) {
    rdf::PrefixMap prefixes = rdf::PrefixMap::standard();
    prefixes.add("spdx", "http://spdx.org/rdf/terms#");
    std::string text;
    const auto writer =
        redland::make_writer(syntax, [&](std::string_view bytes) { text += bytes; }, {prefixes});
    push(facts, *writer);
    writer->finish();
    output()({path, std::move(text)});
  }

  void write_fixed_files() {
    const auto write = output();
    write({"ontology.html", ontology_page(site_.terms(), site_.prefixes(), options_.title)});
    for (const base::EmbeddedFile& file : vocabulary::embedded_ontology())
      write({file.name == "tela.ttl" ? "ontology.ttl" : std::string(file.name),
             std::string(file.content)});
    for (const base::EmbeddedFile& file : site_assets())
      write({"assets/" + std::string(file.name), std::string(file.content)});
    write({".htaccess", apache_rules()});
    write({"server.nginx.conf", nginx_rules(path_on_server(options_.base_iri))});
  }

  const engine::Database& database_;
  const ReleaseOptions& options_;
  ReleaseFolder& folder_;
  Site site_;
  SearchEntries search_entries_{site_};
  ReleaseFolder::File sums_;
  std::vector<Download> downloads_;
  ReleaseReport report_;
};

} // namespace

ReleaseReport publish(const engine::Database& database, const std::filesystem::path& target,
                      const ReleaseOptions& options, base::FileSystem& files) {
  const ReleaseOptions known = checked(options, database);
  ReleaseFolder folder(target, files);
  ReleaseReport report = Release(database, known, folder).write();
  folder.commit();
  return report;
}

} // namespace tela::publish
