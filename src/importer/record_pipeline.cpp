#include "importer/record_pipeline.h"

#include "events/doubt.h"
#include "events/link.h"
#include "mapping/record_mapper.h"

#include <algorithm>
#include <utility>

namespace tela::importer {

namespace {
constexpr std::size_t batch_size = 64;
constexpr std::size_t waiting_limit = 16; // batches: bounds the memory when the reader is faster
} // namespace

void Warnings::add(std::string text) {
  ++count;
  if (texts.size() < kept) texts.push_back(std::move(text));
}

Warnings& Warnings::operator+=(const Warnings& other) {
  for (const std::string& text : other.texts) add(text);
  count += other.count - other.texts.size();
  return *this;
}

RecordPipeline::RecordPipeline(LaneMaker new_lane, const gazetteer::Gazetteer& gazetteer,
                               const mapping::Names& names, unsigned threads)
    : new_lane_(std::move(new_lane)), gazetteer_(gazetteer), names_(names) {
  try {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
  } catch (...) { // no further thread is to be had: those there are would wait for ever
    stop();
    throw;
  }
}

RecordPipeline::~RecordPipeline() {
  stop();
}

void RecordPipeline::accept(records::Record record, const base::Place& place) {
  if (record.source == place.source) record.source = *file_; // no record named another
  filling_.push_back({std::move(record), place, file_});
  if (filling_.size() >= batch_size) hand_over();
}

void RecordPipeline::finish() {
  hand_over();
  stop();
  check();
  std::ranges::sort(warnings_.texts);
}

// Records are freed by the thread that made them: memory that others give back costs a fight for a
// lock with each of their many strings.
void RecordPipeline::hand_over() {
  if (filling_.empty()) return;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < waiting_limit || failure_; });
  if (!failure_) waiting_.push_back(std::exchange(filling_, {}));
  const auto mapped = std::exchange(mapped_, {});
  lock.unlock();
  changed_.notify_all();
  check();
}

void RecordPipeline::stop() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  threads_.clear(); // joins
}

void RecordPipeline::check() {
  const std::lock_guard lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
}

void RecordPipeline::work() {
  try {
    const auto lane = new_lane_();
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return !waiting_.empty() || ended_; });
      if (waiting_.empty()) return;
      Batch batch = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      changed_.notify_all();
      map_batch(batch, *lane);
      lock.lock();
      mapped_.push_back(std::move(batch));
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    failure_ = std::current_exception();
  }
  changed_.notify_all();
}

void RecordPipeline::map_batch(const Batch& batch, rdf::QuadSink& lane) {
  std::vector<std::string> warnings;
  const auto note = [&](const base::Place& place, const records::Warning& warning) {
    warnings.push_back(base::to_string(place) + ": " + warning.message);
  };
  for (const Entry& entry : batch) {
    const gazetteer::Links links = events::link(entry.record, gazetteer_);
    mapping::map_record(entry.record, *entry.file, links, names_, lane);
    for (const auto& warning : entry.record.warnings) note(entry.place, warning);
    for (const auto& warning : links.warnings) note(entry.place, warning);
    if (const auto doubt = events::doubt_warning(links.events)) note(entry.place, *doubt);
  }
  const std::lock_guard lock(mutex_);
  for (std::string& warning : warnings) warnings_.add(std::move(warning));
}

} // namespace tela::importer
