#include "server/answer.h"

#include "base/error.h"
#include "server/negotiation.h"

#include <algorithm>
#include <array>

namespace tela::server {

namespace {

bool is_text(std::string_view type) {
  constexpr std::array<std::string_view, 4> packed_already{
      "image/png", "application/gzip", "application/vnd.apache.parquet", "application/zstd"};
  return std::ranges::find(packed_already, type) == packed_already.end();
}

base::Compression wanted_compression(const Request& request, const ResponseHead& head) {
  const auto type = value_of(head.fields, "Content-Type").value_or("");
  if (!is_text(type.substr(0, type.find(';')))) return base::Compression::none;
  const std::string_view accepted = request.field("accept-encoding").value_or("");
  const double zstd = coding_quality(accepted, "zstd"), gzip = coding_quality(accepted, "gzip");
  if (zstd <= 0 && gzip <= 0) return base::Compression::none;
  return zstd >= gzip ? base::Compression::zstd : base::Compression::gzip;
}

// A packed representation is another one, so its strong validator differs (RFC 9110,
// section 8.8.3.3).
void mark_packed(ResponseHead& head, base::Compression compression) {
  const std::string name = compression == base::Compression::zstd ? "zstd" : "gzip";
  head.fields.emplace_back("Content-Encoding", name);
  for (auto& [field, value] : head.fields)
    if (field == "ETag" && value.ends_with('"')) value.insert(value.size() - 1, "-" + name);
}

// Whatever stands in a page or a picture, it runs no script but ours and asks nobody but us.
void guard(ResponseHead& head) {
  constexpr std::string_view policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src "
      "'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  head.fields.emplace_back("Content-Security-Policy", policy);
  head.fields.emplace_back("Referrer-Policy", "no-referrer");
}

bool is_page(const ResponseHead& head) {
  const auto type = value_of(head.fields, "Content-Type").value_or("");
  return type.starts_with("text/html") || type.starts_with("image/svg+xml");
}

} // namespace

std::shared_ptr<const OpenStore> Answer::read_from(StoreHolder& stores) {
  store_ = stores.current();
  return store_;
}

void Answer::start(ResponseHead head) {
  given_head_ = std::move(head);
  head_ = given_head_;
  plain_.clear();
  kept_.clear();
  compression_ = wanted_compression(request(), head_);
  head_.fields.emplace_back("Vary", "Accept, Accept-Encoding");
  if (is_page(head_)) guard(head_);
  for (const auto& field : exchange_.common_fields) head_.fields.push_back(field);
}

void Answer::write(std::string_view bytes) {
  if (head_only()) return;
  exchange_.bytes.fetch_add(bytes.size(), std::memory_order_relaxed);
  if (keep_limit_ > 0) {
    kept_.append(bytes);
    if (kept_.size() > keep_limit_) keep_limit_ = 0;
  }
  plain_.append(bytes);
  if (plain_.size() < block) return;
  pack(false);
  if (packed_.size() >= block || !head_sent_) push(BodyEnd::open);
}

void Answer::finish() {
  pack(true);
  push(BodyEnd::whole);
}

void Answer::send(ResponseHead head, std::string_view body) {
  start(std::move(head));
  write(body);
  finish();
}

void Answer::fail(const Problem& found) {
  // What went wrong with a store that changed may be wrong, too: "there is no such state".
  const Problem problem = is_read_from_what_changed() ? problem_of(changed_in_place()) : found;
  store_.reset();
  if (head_sent_) {
    packed_.clear();
    outcome_ = Outcome::broken;
    push(BodyEnd::broken, problem.title);
    return;
  }
  keep_limit_ = 0;
  packed_.clear();
  compressor_.reset();
  send(head_of(problem, request()), body_of(problem, request()));
}

const std::string* Answer::kept() const {
  return keep_limit_ > 0 && outcome_ == Outcome::answered ? &kept_ : nullptr;
}

void Answer::pack(bool whole) {
  if (!head_sent_ && whole && plain_.size() < worth_packing) compression_ = base::Compression::none;
  if (compression_ != base::Compression::none && compressor_ == nullptr) {
    mark_packed(head_, compression_);
    compressor_ = std::make_unique<base::Compressor>(
        compression_, [this](std::string_view bytes) { packed_.append(bytes); });
  }
  if (compressor_ == nullptr) {
    packed_.append(plain_);
  } else {
    compressor_->write(plain_);
    if (whole) compressor_->finish();
  }
  plain_.clear();
}

void Answer::push(BodyEnd end, std::string reason) {
  if (is_read_from_what_changed()) throw changed_in_place();
  Piece piece{std::nullopt, std::exchange(packed_, {}), end, std::move(reason)};
  if (!std::exchange(head_sent_, true)) {
    exchange_.status = head_.status;
    piece.head = head_;
  }
  if (exchange_.channel.push(std::move(piece))) return;
  outcome_ = Outcome::abandoned;
  throw base::Error(base::Failure::limit, "the client has gone");
}

} // namespace tela::server
