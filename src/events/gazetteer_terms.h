#pragma once

#include "gazetteer/cue.h"
#include "gazetteer/lexicon.h"
#include "gazetteer/links.h"
#include "gazetteer/names.h"
#include "gazetteer/passage.h"

/// The room reads meetings with the terms of the gazetteer, and these are the ones it uses.
namespace tela::events {

using gazetteer::Body;
using gazetteer::BodyName;
using gazetteer::Cue;
using gazetteer::Event;
using gazetteer::Evidence;
using gazetteer::Gap;
using gazetteer::Gazetteer;
using gazetteer::HintName;
using gazetteer::Language;
using gazetteer::Lexicon;
using gazetteer::Meaning;
using gazetteer::MemberRole;
using gazetteer::Name;
using gazetteer::NameKind;
using gazetteer::Names;
using gazetteer::Passage;
using gazetteer::Range;
using gazetteer::Sentence;
using gazetteer::State;
using gazetteer::StateLink;
using gazetteer::StateName;
using gazetteer::Token;

} // namespace tela::events
