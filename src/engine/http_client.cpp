#include "engine/http_client.h"

#include "base/error.h"
#include "rdf/iri.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace tela::engine {

namespace {

struct Transfer {
  std::string body;
  std::size_t limit = 0;
  bool too_long = false;
  const base::Cancellation* cancellation = nullptr;
};

// Called by the C library: must not throw, so a failed append ends the transfer like a long answer.
std::size_t take(char* data, std::size_t size, std::size_t count, void* user) noexcept {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::size_t bytes = size * count;
  transfer.too_long = transfer.body.size() + bytes > transfer.limit;
  if (transfer.too_long) return 0;
  try {
    transfer.body.append(data, bytes);
  } catch (...) {
    transfer.too_long = true;
    return 0;
  }
  return bytes;
}

int on_progress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept {
  const auto& transfer = *static_cast<Transfer*>(user);
  return transfer.cancellation != nullptr && transfer.cancellation->cancelled() ? 1 : 0;
}

struct HandleEnd {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListEnd {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, HandleEnd>;
using Headers = std::unique_ptr<curl_slist, ListEnd>;

Handle make_handle() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT); // once, thread-safe
  Handle handle(started == CURLE_OK ? curl_easy_init() : nullptr);
  if (!handle) throw base::Error(base::Failure::input, "the HTTP client cannot start");
  return handle;
}

std::string media_type_of(CURL* handle) {
  const char* type = nullptr;
  curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
  std::string text = type == nullptr ? "" : type;
  text.erase(std::min(text.find(';'), text.size()));
  std::erase(text, ' ');
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

[[noreturn]] void fail(const std::string& endpoint, CURLcode code, const Transfer& transfer) {
  const base::Place place{"<" + endpoint + ">"};
  if (code == CURLE_OPERATION_TIMEDOUT || code == CURLE_ABORTED_BY_CALLBACK)
    throw base::Error(base::Failure::limit, place, "did not answer in time");
  if (transfer.too_long)
    throw base::Error(base::Failure::input, place,
                      "answers more than " + std::to_string(transfer.limit >> 20U) + " MiB",
                      "ask for less inside SERVICE");
  throw base::Error(base::Failure::input, place,
                    std::string("cannot be asked: ") + curl_easy_strerror(code));
}

} // namespace

HttpAnswer post_query(const std::string& endpoint, const std::string& query,
                      const HttpLimits& limits, const base::Cancellation* cancellation) {
  const Handle handle = make_handle();
  const Headers headers(curl_slist_append(
      nullptr, "Accept: application/sparql-results+json, application/sparql-results+xml;q=0.9"));
  Transfer transfer{{}, limits.answer_bytes, false, cancellation};
  const std::string form = "query=" + rdf::percent_encode(query);
  const auto set = [&](CURLoption option, auto value) {
    curl_easy_setopt(handle.get(), option, value); // NOLINT(*-vararg)
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
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, on_progress);
  set(CURLOPT_XFERINFODATA, &transfer);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK) fail(endpoint, code, transfer);
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status != 200)
    throw base::Error(base::Failure::input, base::Place{"<" + endpoint + ">"},
                      "answers with status " + std::to_string(status));
  return {media_type_of(handle.get()), std::move(transfer.body)};
}

} // namespace tela::engine
