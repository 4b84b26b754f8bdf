#pragma once

#include "base/error.h"
#include "gazetteer/gazetteer.h"
#include "mapping/names.h"
#include "rdf/quad.h"
#include "records/record_sink.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace tela::importer {

/// What readers and linkers met and could not take as it stood.
struct Warnings {
  static constexpr std::size_t kept = 10'000; ///< more would only be scrolled past
  std::uint64_t count = 0;                    ///< all of them
  std::vector<std::string> texts; ///< "place: message", sorted; the first `kept` to come

  void add(std::string text);
  Warnings& operator+=(const Warnings& other);
};

/// Makes what statements of one thread go into. Called by that thread, which destroys it, too.
using LaneMaker = std::function<std::unique_ptr<rdf::QuadSink>()>;

/// Records of any number of files on their way to statements: the reader's thread puts them in,
/// other threads link and map them, each into a lane of its own. What comes out does
/// not depend on who was faster, since a store is sorted.
class RecordPipeline final : public records::RecordSink {
 public:
  /// Keeps references to the last two. At most `threads` threads work beside the reader's.
  RecordPipeline(LaneMaker new_lane, const gazetteer::Gazetteer& gazetteer,
                 const mapping::Names& names, unsigned threads);
  /// Ends the threads; records not yet mapped are forgotten, unless finish() was called.
  ~RecordPipeline() override;
  RecordPipeline(const RecordPipeline&) = delete;
  RecordPipeline& operator=(const RecordPipeline&) = delete;

  /// What the graph calls the file that records come from until the next call.
  void begin_file(std::string name) {
    file_ = std::make_shared<const std::string>(std::move(name));
  }

  void accept(records::Record record, const base::Place& place) override;
  void reject(const base::Error& error) override { errors_.push_back(error); }

  /// Waits until everything accepted is mapped; throws as check() does.
  void finish();
  /// Throws what a thread threw, if one did; nothing is mapped from then on.
  void check();

  /// The errors of records rejected since the last call.
  [[nodiscard]] std::vector<base::Error> take_errors() { return std::exchange(errors_, {}); }
  /// Warnings of the records and their links. Whole after finish().
  [[nodiscard]] const Warnings& warnings() const noexcept { return warnings_; }

 private:
  struct Entry {
    records::Record record;
    base::Place place;
    std::shared_ptr<const std::string> file;
  };
  using Batch = std::vector<Entry>;

  void work();
  void map_batch(const Batch& batch, rdf::QuadSink& lane);
  void hand_over();
  void stop();

  LaneMaker new_lane_;
  const gazetteer::Gazetteer& gazetteer_;
  const mapping::Names& names_;
  std::vector<base::Error> errors_;
  std::shared_ptr<const std::string> file_ = std::make_shared<const std::string>();
  Batch filling_;

  std::mutex mutex_; // guards what follows
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  std::vector<Batch> mapped_; // for the reader's thread to free
  Warnings warnings_;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;
};

} // namespace tela::importer
