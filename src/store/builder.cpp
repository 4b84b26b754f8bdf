#include "store/builder.h"

#include "base/worker_team.h"
#include "store/adoption.h"
#include "store/assembler.h"
#include "store/batch.h"
#include "store/bytes.h"
#include "store/format.h"
#include "store/header_reader.h"

#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace tela::store {

namespace {

std::filesystem::path memory_target() {
  return std::filesystem::temp_directory_path() / "tela-store";
}

} // namespace

struct Builder::State {
  BuildOptions options;
  std::optional<base::AtomicFile> file;
  SpoolSpace space;
  BatchSpool batches;
  BlankScope scope; // of the source begun last
  Metadata metadata;
  std::uint64_t statements = 0;
  std::mutex mutex;                         // of the following two
  std::vector<std::unique_ptr<Batch>> idle; // batches of lanes that are gone
  std::uint64_t lane_statements = 0;
  std::unique_ptr<Batch> main = std::make_unique<Batch>();
  std::future<std::unique_ptr<Adoption>> adopted;
  std::future<void> storing; // of the batch that was filled before `main`

  State(std::filesystem::path target, const BuildOptions& wanted, base::FileSystem& files)
      : options(wanted),
        space(files, std::move(target), wanted.memory_bytes / 4, wanted.cancellation),
        batches(space) {
    options.threads = std::clamp(options.threads, 1U, 64U);
  }

  [[nodiscard]] bool is_full(const Batch& batch) const {
    constexpr std::size_t least_bytes = std::size_t{1} << 18U;
    constexpr std::size_t bytes_per_sorted_quad = 64; // each thread sorts a batch in two copies
    const std::size_t share = std::max(options.memory_bytes / 2 / options.threads, least_bytes);
    return batch.memory() >= share ||
           batch.size() >= std::max(options.memory_bytes / options.threads, least_bytes) /
                               bytes_per_sorted_quad;
  }

  // The way of every statement into a batch. Returns whether the batch is now full.
  [[nodiscard]] bool add(const rdf::QuadView& quad, Batch& batch) const {
    constexpr std::size_t between_checks = 4096;
    batch.add(quad, scope);
    if (batch.size() % between_checks == 0) space.check_cancelled();
    return is_full(batch);
  }

  void store(Batch& batch) {
    if (batch.size() != 0) batches.store(batch.sort());
  }

  // Sorts the builder's own batch on another thread while the next one is filled.
  void store_main() {
    if (options.threads == 1) return store(*main);
    if (storing.valid()) storing.get();
    storing = std::async(std::launch::async, [this, batch = std::move(main)] { store(*batch); });
    main = std::make_unique<Batch>();
  }

  BuildSummary finish(const std::function<void(std::string_view)>& output) {
    if (storing.valid()) storing.get();
    idle.push_back(std::move(main));
    std::vector<std::function<void()>> tasks;
    for (const auto& batch : idle) tasks.emplace_back([this, &batch] { store(*batch); });
    base::run_tasks(options.threads, tasks);
    idle.clear();
    const auto adoption = adopted.valid() ? adopted.get() : nullptr;
    BuildSummary summary =
        assemble(space, batches, adoption.get(), metadata, options.threads, output);
    summary.statements = statements + lane_statements + (adoption ? adoption->quad_count() : 0);
    return summary;
  }
};

class Builder::Lane final : public rdf::QuadSink {
 public:
  explicit Lane(State& state) : state_(state) {
    const std::lock_guard lock(state_.mutex);
    if (state_.idle.empty()) {
      batch_ = std::make_unique<Batch>();
    } else {
      batch_ = std::move(state_.idle.back());
      state_.idle.pop_back();
    }
  }

  ~Lane() override {
    const std::lock_guard lock(state_.mutex);
    state_.idle.push_back(std::move(batch_));
    state_.lane_statements += statements_;
  }

  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  void quad(const rdf::QuadView& quad) override {
    ++statements_;
    if (state_.add(quad, *batch_)) state_.store(*batch_);
  }

 private:
  State& state_;
  std::unique_ptr<Batch> batch_;
  std::uint64_t statements_ = 0;
};

Builder::Builder(std::filesystem::path target, BuildOptions options, base::FileSystem& files)
    : state_(std::make_unique<State>(target, options, files)) {
  state_->file.emplace(target, files);
  refuse_foreign_file(target);
}

Builder::Builder(BuildOptions options)
    : state_(std::make_unique<State>(memory_target(), options, base::FileSystem::real())) {}

Builder::~Builder() = default;

void Builder::begin_source(std::string_view name) {
  state_->scope = name.empty() ? BlankScope() : BlankScope(name);
}

void Builder::quad(const rdf::QuadView& quad) {
  ++state_->statements;
  if (state_->add(quad, *state_->main)) state_->store_main();
}

void Builder::prefix(std::string_view name, std::string_view iri) {
  state_->metadata.try_emplace(std::string(prefix_key) + std::string(name), iri);
}

std::unique_ptr<rdf::QuadSink> Builder::new_lane() {
  return std::make_unique<Lane>(*state_);
}

void Builder::adopt(const Store& old, LeftOut left_out) {
  // Looked through while the rest is read.
  state_->adopted = std::async(
      state_->options.threads == 1 ? std::launch::deferred : std::launch::async,
      [&old, left_out = std::move(left_out)] { return std::make_unique<Adoption>(old, left_out); });
}

void Builder::set_base_iri(std::string_view iri) {
  set_metadata(base_key, iri);
}

void Builder::set_metadata(std::string_view key, std::string_view value) {
  state_->metadata.insert_or_assign(std::string(key), std::string(value));
}

BuildSummary Builder::finish() {
  const BuildSummary summary =
      state_->finish([this](std::string_view bytes) { state_->file->write(bytes); });
  state_->file->commit();
  return summary;
}

std::string Builder::finish_in_memory(const std::function<void(std::size_t)>& takes) {
  std::string store;
  state_->finish([&](std::string_view bytes) {
    if (store.empty()) { // the header stands in the first piece
      const std::size_t size = load<FileHeader>(bytes.data()).file_bytes;
      if (takes) takes(size);
      store.reserve(size);
    }
    store += bytes;
  });
  return store;
}

} // namespace tela::store
