#pragma once

#include "server/problem.h"

#include <initializer_list>
#include <string_view>

namespace tela::server {

/// Throws Refusal(400) naming a parameter that is there twice, unless it is one of `lists`, which
/// may be: whichever value were taken, the answer would be one to another question.
void refuse_doubled(const Parameters& parameters,
                    std::initializer_list<std::string_view> lists = {});

/// Throws Refusal(400) naming a parameter that is none of `known`, and one that is there twice.
void check_parameters(const Parameters& parameters, std::initializer_list<std::string_view> known,
                      std::initializer_list<std::string_view> lists = {});

} // namespace tela::server
