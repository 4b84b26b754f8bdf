#pragma once

#include "records/record.h"

#include <cstddef>
#include <string>

/// Record XML: the reviewable form of records, described by record.rng beside this file. A file is
/// <records> with any number of <record>; every field is an element, its place in the source the
/// attribute span="start-end".
namespace tela::records {

/// What a file of record XML begins and ends with.
[[nodiscard]] std::string_view record_xml_head();
[[nodiscard]] std::string_view record_xml_tail();

/// Appends `record` as a <record> element, indented, that the reader turns into an equal record.
/// Returns how many characters XML cannot hold were replaced by U+FFFD; 0: nothing was lost.
/// REQUIRES: all texts are well-formed UTF-8.
std::size_t append_record_xml(std::string& out, const Record& record);

} // namespace tela::records
