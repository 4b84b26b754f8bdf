#include "store/assembler.h"

#include "base/worker_team.h"
#include "store/permutation_writer.h"
#include "store/quad_sort.h"
#include "store/runs.h"
#include "store/store_file.h"
#include "store/string_list.h"
#include "store/vocabulary.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace tela::store {

namespace {

// Number of statements from which on threads are worth their start.
constexpr std::uint64_t worth_threads = 50'000;

// Counts the statements of each graph.
class GraphCounter {
 public:
  void add(std::span<const rdf::Id> graphs) {
    for (std::size_t begin = 0; begin < graphs.size();) {
      const auto other =
          std::find_if(graphs.begin() + static_cast<std::ptrdiff_t>(begin), graphs.end(),
                       [&](rdf::Id graph) { return graph != graphs[begin]; });
      const auto end = static_cast<std::size_t>(other - graphs.begin());
      triples_[graphs[begin]] += end - begin;
      begin = end;
    }
  }

  [[nodiscard]] std::vector<GraphStatistics> sorted() const {
    std::vector<GraphStatistics> all;
    all.reserve(triples_.size());
    for (const auto& [graph, triples] : triples_) all.push_back({graph, triples});
    std::ranges::sort(all, {}, &GraphStatistics::graph);
    return all;
  }

 private:
  std::unordered_map<rdf::Id, std::uint64_t> triples_;
};

template<class Value>
std::string bytes_of(const std::vector<Value>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)};
}

template<class Value>
std::string bytes_of(const Value& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

class Assembler {
 public:
  Assembler(SpoolSpace& space, BatchSpool& batches, Adoption* adoption, unsigned threads)
      : batches_(batches), adoption_(adoption),
        threads_(quad_count() < worth_threads ? 1 : threads),
        vocabulary_(space, batches, adoption, threads_) {
    for (const rdf::Order order : rdf::all_orders) {
      permutations_.push_back(std::make_unique<PermutationWriter>(space, observers(order)));
      runs_.push_back(std::make_unique<Runs>(space, threads_));
    }
  }

  BuildSummary write(const Metadata& metadata,
                     const std::function<void(std::string_view)>& output) {
    if (batches_.batches().size() > 1 || adoption_ != nullptr) {
      base::share_work(threads_, batches_.batches().size(),
                       [&](unsigned worker, std::size_t i) { write_runs(i, worker); });
      batches_.clear();
      merge_runs();
    } else if (!batches_.batches().empty()) {
      write_permutations();
    }
    for (const auto& permutation : permutations_) permutation->finish();
    return write_file(metadata, output);
  }

 private:
  using Outputs = std::array<BlockWriter*, 6>;

  [[nodiscard]] std::uint64_t quad_count() const {
    std::uint64_t quads = adoption_ == nullptr ? 0 : adoption_->quad_count();
    for (const StoredBatch& batch : batches_.batches()) quads += batch.quad_count;
    return quads;
  }

  // What is learnt from the order, beside its rows.
  PermutationWriter::Observers observers(rdf::Order order) {
    const auto keep_in = [](std::vector<FirstStatistics>& firsts) {
      return [&firsts](const FirstStatistics& first) { firsts.push_back(first); };
    };
    switch (order) {
    case rdf::Order::pso:
      return {keep_in(predicate_subjects_), {}};
    case rdf::Order::pos:
      return {keep_in(predicate_objects_), {}};
    case rdf::Order::spo:
      return {{}, [this](std::span<const rdf::Id> graphs) { graphs_.add(graphs); }};
    default:
      return {};
    }
  }

  // The only batch needs no merging.
  void write_permutations() {
    Outputs outputs{};
    for (std::size_t i = 0; i < outputs.size(); ++i) outputs[i] = &permutations_[i]->rows();
    write_sorted(batches_.quads(batches_.batches()[0]), vocabulary_.ids_of(0), outputs, threads_);
  }

  void write_runs(std::size_t batch, unsigned lane) {
    std::vector<BlockWriter> writers;
    writers.reserve(runs_.size());
    Outputs outputs{};
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      writers.emplace_back(
          [&runs = runs_[i]->lane(lane)](const BlockBuffer&, std::size_t, std::string_view block) {
            runs.append(block);
          });
      outputs[i] = &writers.back();
    }
    write_sorted(batches_.quads(batches_.batches()[batch]), vocabulary_.ids_of(batch), outputs);
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      writers[i].finish();
      runs_[i]->lane(lane).end_run();
    }
  }

  void merge_runs() {
    std::vector<std::function<void()>> tasks;
    for (std::size_t i = 0; i < runs_.size(); ++i)
      tasks.emplace_back([this, i] {
        if (adoption_ != nullptr) runs_[i]->add(adoption_->rows(rdf::Order(i)));
        runs_[i]->merge(permutations_[i]->rows());
        runs_[i].reset();
      });
    base::run_tasks(threads_, tasks);
  }

  [[nodiscard]] std::vector<PredicateStatistics> predicates() const {
    std::vector<PredicateStatistics> all;
    all.reserve(predicate_subjects_.size());
    for (std::size_t i = 0; i < predicate_subjects_.size(); ++i)
      all.push_back({predicate_subjects_[i].first, predicate_subjects_[i].triples,
                     predicate_subjects_[i].distinct_second,
                     predicate_objects_[i].distinct_second});
    return all;
  }

  [[nodiscard]] std::string kinds() const {
    std::vector<std::string_view> names;
    for (const KindName& kind : vocabulary_.kinds()) {
      names.emplace_back(kind.datatype);
      names.emplace_back(kind.language);
    }
    std::string bytes;
    StringList::append(bytes, names);
    return bytes;
  }

  BuildSummary write_file(const Metadata& metadata,
                          const std::function<void(std::string_view)>& output) const {
    StoreFile file;
    constexpr std::array classes{SectionKind::blanks, SectionKind::iris, SectionKind::literals};
    for (std::size_t i = 0; i < classes.size(); ++i) {
      const DictionaryWriter& terms = vocabulary_.dictionary(i);
      file.set(classes[i], bytes_of(terms.size()), {&terms.offsets(), &terms.blocks()});
    }
    file.set(SectionKind::literal_kinds, kinds());
    for (std::size_t i = 0; i < permutations_.size(); ++i)
      file.set(SectionKind(static_cast<std::size_t>(SectionKind::spo) + i),
               bytes_of(permutations_[i]->front()),
               {&permutations_[i]->directory(), &permutations_[i]->blocks()});
    file.set(SectionKind::predicates, bytes_of(predicates()));
    const auto graphs = graphs_.sorted();
    file.set(SectionKind::graphs, bytes_of(graphs));
    std::vector<std::string_view> entries;
    for (const auto& [key, value] : metadata) entries.insert(entries.end(), {key, value});
    std::string metadata_bytes;
    StringList::append(metadata_bytes, entries);
    file.set(SectionKind::metadata, metadata_bytes);

    const Counts counts{permutations_[0]->front().rows,
                        permutations_[0]->triples(),
                        vocabulary_.dictionary(0).size(),
                        vocabulary_.dictionary(1).size(),
                        vocabulary_.dictionary(2).size(),
                        static_cast<std::uint64_t>(std::ranges::count_if(
                            graphs, [](const auto& graph) { return graph.graph.defined(); }))};
    const std::uint64_t bytes = file.write(counts, output);
    return {0, counts.quads, counts.triples, counts.blanks + counts.iris + counts.literals, bytes};
  }

  BatchSpool& batches_;
  const Adoption* adoption_;
  unsigned threads_;
  Vocabulary vocabulary_;
  std::vector<FirstStatistics> predicate_subjects_, predicate_objects_;
  GraphCounter graphs_;
  std::vector<std::unique_ptr<PermutationWriter>> permutations_; // by rdf::Order
  std::vector<std::unique_ptr<Runs>> runs_;                      // likewise
};

} // namespace

BuildSummary assemble(SpoolSpace& space, BatchSpool& batches, Adoption* adoption,
                      const Metadata& metadata, unsigned threads,
                      const std::function<void(std::string_view)>& output) {
  batches.seal();
  return Assembler(space, batches, adoption, threads).write(metadata, output);
}

} // namespace tela::store
