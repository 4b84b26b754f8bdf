#pragma once

#include <curl/curl.h>

namespace tela::remote {

/// The functions of libcurl, which is loaded when a query first asks an endpoint: linked, it and
/// the 25 libraries behind it would take half of the time in which the program starts.
struct CurlLibrary {
  decltype(&curl_global_init) global_init;
  decltype(&curl_easy_init) easy_init;
  decltype(&curl_easy_cleanup) easy_cleanup;
  decltype(&curl_easy_setopt) easy_setopt;
  decltype(&curl_easy_getinfo) easy_getinfo;
  decltype(&curl_easy_strerror) easy_strerror;
  decltype(&curl_slist_append) slist_append;
  decltype(&curl_slist_free_all) slist_free_all;
  decltype(&curl_multi_init) multi_init;
  decltype(&curl_multi_cleanup) multi_cleanup;
  decltype(&curl_multi_add_handle) multi_add_handle;
  decltype(&curl_multi_remove_handle) multi_remove_handle;
  decltype(&curl_multi_perform) multi_perform;
  decltype(&curl_multi_poll) multi_poll;
  decltype(&curl_multi_info_read) multi_info_read;

  /// Loaded once, ready for use; lives as long as the program. Throws base::Error(input) when the
  /// library is not installed. Any thread.
  [[nodiscard]] static const CurlLibrary& loaded();
};

} // namespace tela::remote
