#include "remote/http_exchange.h"

#include "base/ascii.h"
#include "base/printable.h"
#include "remote/curl_library.h"
#include "remote/service_address.h"

#include <algorithm>
#include <exception>
#include <map>
#include <utility>

namespace tela::remote {

namespace {

using Clock = std::chrono::steady_clock;

const CurlLibrary& curl() {
  return CurlLibrary::loaded();
}

struct HandleEnd {
  void operator()(CURL* handle) const { curl().easy_cleanup(handle); }
};
struct ListEnd {
  void operator()(curl_slist* list) const { curl().slist_free_all(list); }
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const auto begin = std::min(text.find_first_not_of(space), text.size());
  const auto end = text.find_last_not_of(space);
  return end == std::string_view::npos ? "" : text.substr(begin, end + 1 - begin);
}

} // namespace

struct HttpExchange::State {
  State(HttpRequest asked, const HttpTimes& time_limits, const base::Cancellation* wish)
      : request(std::move(asked)), times(time_limits), cancellation(wish),
        handle(curl().easy_init()), loop(curl().multi_init()) {
    if (!handle || loop == nullptr)
      throw base::Error(base::Failure::limit, "the HTTP client has no memory");
  }
  ~State() {
    if (added) curl().multi_remove_handle(loop, handle.get());
    if (loop != nullptr) curl().multi_cleanup(loop);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  template<typename Value>
  void set(CURLoption option, Value value) {
    curl().easy_setopt(handle.get(), option, value); // NOLINT(*-vararg)
  }

  void prepare(const Credentials& credentials);
  void identify(const Credentials& credentials);
  void run_until(const auto& done);
  void drive();
  void check_times() const;
  void take_line(std::string_view line);
  [[noreturn]] void fail(CURLcode code) const;

  // Called by the C library: must not throw.
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* user) noexcept;
  static std::size_t on_header(char* data, std::size_t size, std::size_t count,
                               void* user) noexcept;

  HttpRequest request;
  HttpTimes times;
  const base::Cancellation* cancellation;
  std::unique_ptr<CURL, HandleEnd> handle;
  std::unique_ptr<curl_slist, ListEnd> fields_sent;
  CURLM* loop;
  bool added = false;

  std::map<std::string, std::string, std::less<>> fields;
  std::string come;  ///< of the body, not read yet
  std::string piece; ///< that read() has given
  std::exception_ptr failure;
  std::uint64_t bytes = 0;
  bool ended = false;
  CURLcode outcome = CURLE_OK;
  Clock::time_point start = Clock::now(), last_byte = start;
};

std::size_t HttpExchange::State::on_body(char* data, std::size_t size, std::size_t count,
                                         void* user) noexcept {
  auto& state = *static_cast<State*>(user);
  const std::size_t length = size * count;
  try {
    state.come.append(data, length);
  } catch (...) {
    state.failure = std::current_exception();
    return 0;
  }
  state.bytes += length;
  state.last_byte = Clock::now();
  return length;
}

std::size_t HttpExchange::State::on_header(char* data, std::size_t size, std::size_t count,
                                           void* user) noexcept {
  auto& state = *static_cast<State*>(user);
  const std::size_t length = size * count;
  try {
    state.take_line({data, length});
  } catch (...) {
    state.failure = std::current_exception();
    return 0;
  }
  state.last_byte = Clock::now();
  return length;
}

/// A line of a head or of the trailers. A head that follows another one replaces it: 100, or 401
/// before credentials were sent.
void HttpExchange::State::take_line(std::string_view line) {
  constexpr std::size_t most_fields = 1'000;
  if (line.starts_with("HTTP/")) fields.clear();
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || fields.size() == most_fields) return;
  fields[base::ascii_lower(line.substr(0, colon))] = trimmed(line.substr(colon + 1));
}

void HttpExchange::State::prepare(const Credentials& credentials) {
  if (!credentials.signing.empty() && !credentials.token.empty())
    request.fields.push_back("X-Amz-Security-Token: " + credentials.token);
  for (const std::string& field : request.fields) {
    curl_slist* longer = curl().slist_append(fields_sent.get(), field.c_str());
    std::ignore = fields_sent.release();
    fields_sent.reset(longer);
  }
  set(CURLOPT_URL, request.address.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_ACCEPT_ENCODING, "");
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(times.connect.count()));
  set(CURLOPT_HTTPHEADER, fields_sent.get());
  set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
  if (!request.body.empty() || request.method == "POST" || request.method == "PUT") {
    set(CURLOPT_POSTFIELDS, request.body.c_str());
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  }
  set(CURLOPT_WRITEFUNCTION, &State::on_body);
  set(CURLOPT_WRITEDATA, this);
  set(CURLOPT_HEADERFUNCTION, &State::on_header);
  set(CURLOPT_HEADERDATA, this);
  identify(credentials);
  added = curl().multi_add_handle(loop, handle.get()) == CURLM_OK;
}

void HttpExchange::State::identify(const Credentials& credentials) {
  if (!credentials.netrc.empty()) {
    const auto address = parse_service_address(request.address);
    const std::string host = address ? address->host() : "";
    const Login login = find_login(credentials.netrc, host);
    set(CURLOPT_USERNAME, login.name.c_str());
    set(CURLOPT_PASSWORD, login.password.c_str());
    if (credentials.signing.empty())
      set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC | CURLAUTH_DIGEST));
    else
      set(CURLOPT_AWS_SIGV4, credentials.signing.c_str());
  } else if (!credentials.token.empty()) {
    set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
    set(CURLOPT_XOAUTH2_BEARER, credentials.token.c_str());
  }
}

void HttpExchange::State::check_times() const {
  if (cancellation != nullptr) cancellation->check();
  const auto is_up = [](std::chrono::milliseconds limit, Clock::time_point since) {
    return limit.count() > 0 && Clock::now() - since > limit;
  };
  const base::Place place{"<" + request.address + ">"};
  if (is_up(times.whole, start))
    throw base::Error(base::Failure::limit, place, "did not answer in time");
  if (bytes == 0 && is_up(times.first_byte, start))
    throw NotWhole(request.address, "it did not begin in time",
                   "ask for less, or give it longer with --endpoint-wait");
  if (bytes != 0 && is_up(times.stall, last_byte))
    throw NotWhole(request.address,
                   "nothing has come for " + std::to_string(times.stall.count() / 1000) + " s",
                   "ask again, or for less");
}

void HttpExchange::State::drive() {
  constexpr int patience_ms = 20;
  check_times();
  int running = 0;
  if (curl().multi_perform(loop, &running) != CURLM_OK) fail(CURLE_FAILED_INIT);
  if (failure) std::rethrow_exception(failure);
  if (running == 0) {
    int left = 0;
    const CURLMsg* message = curl().multi_info_read(loop, &left);
    outcome = message == nullptr ? CURLE_FAILED_INIT : message->data.result;
    ended = true;
  } else if (come.empty()) {
    curl().multi_poll(loop, nullptr, 0, patience_ms, nullptr);
  }
}

void HttpExchange::State::run_until(const auto& done) {
  while (!ended && !done()) drive();
  if (ended && outcome != CURLE_OK && come.empty()) fail(outcome);
}

void HttpExchange::State::fail(CURLcode code) const {
  const std::string reason = curl().easy_strerror(code);
  if (bytes != 0)
    throw NotWhole(request.address, "the connection broke (" + reason + ")",
                   "ask again, or for less");
  if (code == CURLE_OPERATION_TIMEDOUT) throw Unreached(request.address, "it does not answer");
  throw Unreached(request.address, reason);
}

HttpExchange::HttpExchange(HttpRequest request, const Credentials& credentials,
                           const HttpTimes& times, const base::Cancellation* cancellation)
    : state_(std::make_unique<State>(std::move(request), times, cancellation)) {
  state_->prepare(credentials);
  state_->run_until([this] { return !state_->come.empty(); });
}

HttpExchange::~HttpExchange() = default;
HttpExchange::HttpExchange(HttpExchange&&) noexcept = default;
HttpExchange& HttpExchange::operator=(HttpExchange&&) noexcept = default;

int HttpExchange::status() const noexcept {
  long status = 0;
  curl().easy_getinfo(state_->handle.get(), CURLINFO_RESPONSE_CODE, &status); // NOLINT(*-vararg)
  return static_cast<int>(status);
}

std::optional<std::string_view> HttpExchange::field(std::string_view name) const {
  const auto found = state_->fields.find(name);
  if (found == state_->fields.end()) return std::nullopt;
  return found->second;
}

std::chrono::seconds HttpExchange::retry_after() const noexcept {
  curl_off_t seconds = 0;
  curl().easy_getinfo(state_->handle.get(), CURLINFO_RETRY_AFTER, &seconds); // NOLINT(*-vararg)
  return std::chrono::seconds(seconds);
}

std::string HttpExchange::media_type() const {
  std::string_view type = field("content-type").value_or("");
  return base::ascii_lower(trimmed(type.substr(0, type.find(';'))));
}

std::string_view HttpExchange::read() {
  state_->run_until([this] { return !state_->come.empty(); });
  state_->piece = std::exchange(state_->come, {});
  return state_->piece;
}

std::string HttpExchange::excerpt() {
  constexpr std::size_t shown = 300;
  std::string text;
  while (text.size() < shown) {
    const std::string_view piece = read();
    if (piece.empty()) break;
    text += piece.substr(0, shown - text.size());
  }
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return std::string(trimmed(text));
}

std::uint64_t HttpExchange::bytes() const noexcept {
  return state_->bytes;
}

} // namespace tela::remote
