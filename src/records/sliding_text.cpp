#include "records/sliding_text.h"

#include "base/require.h"
#include "base/utf8.h"
#include "records/text_encoding.h"

#include <algorithm>
#include <utility>

namespace tela::records {

SlidingText::SlidingText(const std::filesystem::path& path, std::size_t block)
    : source_(path.string()), file_(path), block_(block) {}

SlidingText::SlidingText(std::string source, std::string_view text, std::size_t block)
    : source_(std::move(source)), memory_(text), block_(block) {}

SlidingText::SlidingText(const std::filesystem::path& path, TextEncoding encoding)
    : SlidingText(path) {
  if (encoding != TextEncoding::utf8) decode(std::string(decoder_name(encoding)));
}

std::size_t SlidingText::read_block(char* to, std::size_t size) {
  if (file_) return file_->read({to, size});
  const std::size_t count = memory_.copy(to, size);
  memory_.remove_prefix(count);
  return count;
}

bool SlidingText::more() {
  buffer_.erase(0, std::exchange(start_, 0));
  const std::size_t kept = buffer_.size();
  // A window that has to grow doubles, so that a long record is not copied block by block.
  const std::size_t wanted = std::max(block_, kept);
  if (decoder_) return more_decoded(wanted);
  buffer_.resize(kept + wanted);
  const std::size_t count = read_block(buffer_.data() + kept, wanted);
  buffer_.resize(kept + count);
  return count > 0;
}

/// Runs `work`; what it throws gets the place behind what was decoded before.
template<class Work>
void SlidingText::at_its_place(Work work) {
  try {
    work();
  } catch (const base::Error& error) {
    throw base::Error(error.failure(), place(text().size()), error.message(), error.advice());
  }
}

void SlidingText::decode(const std::string& encoding) {
  base::require(offset_ == 0, "nothing was skipped");
  at_its_place([&] {
    decoder_.emplace(encoding);
    const std::string raw = std::exchange(buffer_, {});
    decoder_->append(buffer_, raw);
  });
}

bool SlidingText::more_decoded(std::size_t size) {
  std::string raw(size, '\0');
  raw.resize(read_block(raw.data(), size));
  const std::size_t before = buffer_.size();
  at_its_place([&] { raw.empty() ? decoder_->finish(buffer_) : decoder_->append(buffer_, raw); });
  return !raw.empty() || buffer_.size() > before;
}

void SlidingText::skip(std::size_t count) {
  base::require(count <= text().size(), "count <= text().size()");
  const base::Place next = base::place_at({}, text(), count);
  column_ = next.line == 1 ? column_ + next.column - 1 : next.column;
  line_ += next.line - 1;
  start_ += count;
  offset_ += count;
}

base::Place SlidingText::place(std::size_t at) const {
  base::Place place = base::place_at(source_, text(), at);
  if (place.line == 1) place.column += column_ - 1;
  place.line += line_ - 1;
  return place;
}

} // namespace tela::records
