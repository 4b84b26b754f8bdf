#pragma once

#include "records/html_reader.h"
#include "records/page_reader.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What most pages of tests hold.
namespace tela::test {

inline records::Record only(std::vector<records::Record> records) {
  REQUIRE(records.size() == 1);
  return std::move(records.front());
}

inline records::Record read_page(const std::string& source, std::string_view page) {
  return only(records::read_page(source, page));
}

inline records::Record read_markdown_page(const std::string& source, std::string_view page) {
  return only(records::read_markdown_page(source, page));
}

inline records::Record read_html_page(const std::string& source, std::string_view page) {
  return only(records::read_html_page(source, page));
}

} // namespace tela::test
