#include "remote/curl_library.h"

#include "base/error.h"

#include <dlfcn.h>

#include <string>

namespace tela::remote {

namespace {

[[noreturn]] void fail() {
  const char* reason = ::dlerror(); // NOLINT(concurrency-*)
  throw base::Error(base::Failure::input,
                    std::string("the HTTP client cannot start: ") +
                        (reason == nullptr ? "libcurl refuses" : reason),
                    "install libcurl3-gnutls");
}

template<typename Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name)); // NOLINT(*-reinterpret-cast)
  if (function == nullptr) fail();
}

CurlLibrary load() {
  void* library = ::dlopen(TELA_CURL_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) fail();
  CurlLibrary curl{};
  find(library, "curl_global_init", curl.global_init);
  find(library, "curl_easy_init", curl.easy_init);
  find(library, "curl_easy_cleanup", curl.easy_cleanup);
  find(library, "curl_easy_setopt", curl.easy_setopt);
  find(library, "curl_easy_getinfo", curl.easy_getinfo);
  find(library, "curl_easy_strerror", curl.easy_strerror);
  find(library, "curl_slist_append", curl.slist_append);
  find(library, "curl_slist_free_all", curl.slist_free_all);
  find(library, "curl_multi_init", curl.multi_init);
  find(library, "curl_multi_cleanup", curl.multi_cleanup);
  find(library, "curl_multi_add_handle", curl.multi_add_handle);
  find(library, "curl_multi_remove_handle", curl.multi_remove_handle);
  find(library, "curl_multi_perform", curl.multi_perform);
  find(library, "curl_multi_poll", curl.multi_poll);
  find(library, "curl_multi_info_read", curl.multi_info_read);
  if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) fail();
  return curl;
}

} // namespace

const CurlLibrary& CurlLibrary::loaded() {
  static const CurlLibrary curl = load();
  return curl;
}

} // namespace tela::remote
