#include "cli/bulk_files.h"

#include "base/error.h"
#include "cli/destination.h"
#include "cli/embedded_loaders.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "rdf/nquads_writer.h"
#include "sparql/results/result_table.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace tela::cli {

namespace fs = std::filesystem;

namespace {

/// A row of the table: the file of commands, in whose text {folder} stands for the folder.
struct Loader {
  std::string name, file, text;
};

std::vector<Loader> loaders() {
  std::vector<Loader> all;
  for (const auto& table : embedded_loaders())
    for (const auto& row : sparql::results::read_csv_result(table.name, table.content).rows)
      all.push_back({row.at(0)->value, row.at(1)->value, row.at(2)->value});
  return all;
}

/// N-Quads in packed files of at most so many statements.
class Parts final : public rdf::QuadSink {
 public:
  Parts(fs::path folder, std::uint64_t most) : folder_(std::move(folder)), most_(most) {}

  void quad(const rdf::QuadView& quad) override {
    if (!file_ || statements_ == most_) begin();
    ++statements_;
    writer_->quad(quad);
  }
  void finish() {
    if (!file_) return;
    writer_->finish();
    file_->commit();
    file_.reset();
  }
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  void begin() {
    finish();
    std::string number = std::to_string(++count_);
    number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
    file_ = std::make_unique<Destination>(folder_ / ("part-" + number + ".nq.gz"));
    writer_.emplace([this](std::string_view lines) {
      interruption().check();
      file_->write(lines);
    });
    statements_ = 0;
  }

  fs::path folder_;
  std::uint64_t most_, statements_ = 0;
  std::size_t count_ = 0;
  std::unique_ptr<Destination> file_;
  std::optional<rdf::NQuadsWriter> writer_;
};

std::string filled(std::string text, const std::string& folder) {
  constexpr std::string_view mark = "{folder}";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + folder.size()))
    text.replace(at, mark.size(), folder);
  return text;
}

} // namespace

std::string loader_names() {
  std::string names;
  for (const Loader& loader : loaders()) names += (names.empty() ? "" : ", ") + loader.name;
  return names;
}

void write_bulk_files(const store::Store& store, const std::string& loader,
                      const std::string& folder, std::uint64_t part) {
  const auto all = loaders();
  const auto found = std::ranges::find(all, loader, &Loader::name);
  if (found == all.end())
    throw base::Error(base::Failure::usage,
                      "'" + loader + "' is no loader that files are known for",
                      "choose one of " + loader_names());
  const std::string place = fs::absolute(folder).lexically_normal().string();
  if (folder.empty() || place.find('\'') != std::string::npos)
    throw base::Error(base::Failure::usage, "name a folder to write, without quotes in it",
                      "add -o FOLDER");
  std::error_code problem;
  if (!fs::create_directory(place, problem))
    throw base::Error(base::Failure::input, base::Place{folder},
                      problem ? problem.message() : "stands there already",
                      "name a folder that does not exist");
  Parts parts(place, store.counts().blanks == 0 ? part : UINT64_MAX);
  store::export_quads(store, rdf::Order::spo, parts);
  parts.finish();
  Destination commands(place + "/" + found->file);
  commands.write(filled(found->text, place));
  commands.commit();
  print_note(std::to_string(store.counts().quads) + " statements in " +
             std::to_string(parts.count()) + " parts; the commands stand in " + folder + "/" +
             found->file);
}

} // namespace tela::cli
