#include "engine/http_client.h"

#include "base/ascii.h"
#include "base/error.h"
#include "engine/curl_library.h"
#include "rdf/iri.h"
#include "sparql/evaluator/charged_text.h"

#include <algorithm>
#include <exception>
#include <memory>

namespace tela::engine {

namespace {

struct Transfer {
  std::string body;
  HttpLimits limits;
  bool too_long = false;
  std::exception_ptr failure; // what append() has thrown

  void append(std::string_view bytes) {
    if (const auto capacity = sparql::evaluator::wanted_capacity(body, bytes.size())) {
      if (limits.body != nullptr) limits.body->hold(body.capacity() + *capacity);
      body.reserve(*capacity);
      if (limits.body != nullptr) limits.body->hold(body.capacity());
    }
    body += bytes;
  }
};

// Called by the C library: must not throw.
std::size_t take(char* data, std::size_t size, std::size_t count, void* user) noexcept {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::size_t bytes = size * count;
  transfer.too_long = transfer.body.size() + bytes > transfer.limits.answer_bytes;
  if (transfer.too_long) return 0;
  try {
    transfer.append({data, bytes});
  } catch (...) {
    transfer.failure = std::current_exception();
    return 0;
  }
  return bytes;
}

const CurlLibrary& curl() {
  return CurlLibrary::loaded();
}

struct HandleEnd {
  void operator()(CURL* handle) const { curl().easy_cleanup(handle); }
};
struct ListEnd {
  void operator()(curl_slist* list) const { curl().slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, HandleEnd>;
using Headers = std::unique_ptr<curl_slist, ListEnd>;

/// Carries out transfers while looking around. It must go before the handle that it carries.
class Loop {
 public:
  explicit Loop(CURL* handle) : loop_(curl().multi_init()), handle_(handle) {
    if (loop_ != nullptr) curl().multi_add_handle(loop_, handle_);
  }
  ~Loop() {
    if (loop_ == nullptr) return;
    curl().multi_remove_handle(loop_, handle_);
    curl().multi_cleanup(loop_);
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Until the transfer ends or `cancellation` (may be null) is raised, which is Error(limit).
  CURLcode run(const base::Cancellation* cancellation) {
    constexpr int patience_ms = 20;
    int running = 1;
    while (running != 0) {
      if (cancellation != nullptr) cancellation->check();
      if (curl().multi_perform(loop_, &running) != CURLM_OK) return CURLE_FAILED_INIT;
      if (running != 0) curl().multi_poll(loop_, nullptr, 0, patience_ms, nullptr);
    }
    int left = 0;
    const CURLMsg* message = curl().multi_info_read(loop_, &left);
    return message == nullptr ? CURLE_FAILED_INIT : message->data.result;
  }

 private:
  CURLM* loop_;
  CURL* handle_;
};

std::string media_type_of(CURL* handle) {
  const char* type = nullptr;
  curl().easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
  std::string text = type == nullptr ? "" : type;
  text.erase(std::min(text.find(';'), text.size()));
  std::erase(text, ' ');
  return base::ascii_lower(text);
}

[[noreturn]] void fail(const std::string& endpoint, CURLcode code, const Transfer& transfer) {
  if (transfer.failure) std::rethrow_exception(transfer.failure);
  const base::Place place{"<" + endpoint + ">"};
  if (code == CURLE_OPERATION_TIMEDOUT)
    throw base::Error(base::Failure::limit, place, "did not answer in time");
  if (transfer.too_long)
    throw base::Error(base::Failure::input, place,
                      "answers more than " + std::to_string(transfer.limits.answer_bytes >> 20U) +
                          " MiB",
                      "ask for less inside SERVICE");
  throw base::Error(base::Failure::input, place,
                    std::string("cannot be asked: ") + curl().easy_strerror(code));
}

} // namespace

HttpAnswer post_query(const std::string& endpoint, const std::string& query,
                      const HttpLimits& limits, const base::Cancellation* cancellation) {
  const Handle handle(curl().easy_init());
  if (!handle) throw base::Error(base::Failure::limit, "the HTTP client has no memory");
  const Headers headers(curl().slist_append(
      nullptr, "Accept: application/sparql-results+json, application/sparql-results+xml;q=0.9"));
  Transfer transfer;
  transfer.limits = limits;
  const std::string form = "query=" + rdf::percent_encode(query);
  const auto set = [&](CURLoption option, auto value) {
    curl().easy_setopt(handle.get(), option, value); // NOLINT(*-vararg)
  };
  set(CURLOPT_URL, endpoint.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::chrono::milliseconds(limits.time).count()));
  set(CURLOPT_HTTPHEADER, headers.get());
  set(CURLOPT_POSTFIELDS, form.c_str());
  set(CURLOPT_POSTFIELDSIZE, static_cast<long>(form.size()));
  set(CURLOPT_WRITEFUNCTION, take);
  set(CURLOPT_WRITEDATA, &transfer);
  const CURLcode code = Loop(handle.get()).run(cancellation);
  if (code != CURLE_OK) fail(endpoint, code, transfer);
  long status = 0;
  curl().easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status != 200)
    throw base::Error(base::Failure::input, base::Place{"<" + endpoint + ">"},
                      "answers with status " + std::to_string(status));
  return {media_type_of(handle.get()), std::move(transfer.body)};
}

} // namespace tela::engine
