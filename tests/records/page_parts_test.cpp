#include "records/character_reference.h"
#include "records/contact_section.h"
#include "records/cut_title.h"
#include "records/dateline.h"
#include "records/field_label.h"
#include "records/field_value.h"
#include "records/label_key.h"
#include "records/language_guess.h"
#include "records/mapped_text.h"
#include "records/markup_residue.h"
#include "records/page_title.h"
#include "records/paragraphs.h"
#include "records/site_menu.h"
#include "records/written_date.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace tela::records;

namespace {

MappedText mapped(std::string_view text) {
  MappedText result;
  append_verbatim(result, text, 0);
  return result;
}

std::string without_residue_of(std::string_view text) {
  return without_residue(mapped(text)).value;
}

std::string running(std::string_view page) {
  return running_text(page_lines("", page)).value;
}

std::string title_of(std::string_view page) {
  return title_of_text(page_lines("", page)).text.value;
}

} // namespace

TEST_CASE("cleaned text knows where each byte was read") {
  MappedText text;
  append_cleaned(text, "  d\u00A0&eacute;j\u200Bà &amp;\t vu", 100);
  CHECK(text.value == "d éjà & vu");
  CHECK(text.span(0, 1) == Span{102, 103});
  CHECK(text.span(2, 4) == Span{105, 113}); // é covers its whole reference
  CHECK(text.span(0, text.value.size()).end == 100 + 33 - 5 + 1);
  for (std::size_t i = 1; i < text.offsets.size(); ++i)
    CHECK(text.offsets[i - 1] <= text.offsets[i]);
}

TEST_CASE("character references: named, numeric, cut") {
  CHECK(character_reference("&eacute;t")->character == U'é');
  CHECK(character_reference("&#x2019;")->character == U'’');
  CHECK(character_reference("&#8217;")->length == 7);
  CHECK_FALSE(character_reference("&eacute"));
  CHECK_FALSE(character_reference("&bogus;"));
  CHECK_FALSE(character_reference("&#xD800;"));
  CHECK_FALSE(character_reference("&#99999999999;"));
  CHECK(ends_inside_reference("men&"));
  CHECK(ends_inside_reference("d&eacut"));
  CHECK_FALSE(ends_inside_reference("R & D"));
}

TEST_CASE("a title that is cut inside a character ends before it") {
  CHECK(without_cut_character("la prise des d&eacute") == "la prise des d…");
  CHECK(without_cut_character("la prise des d&eacu…") == "la prise des d…");
  CHECK(without_cut_character("la prise des d&#23 ...") == "la prise des d…");
  CHECK(without_cut_character("Work with AT&T") == "Work with AT&T");
  CHECK(without_cut_character("An R&D fund") == "An R&D fund");
  const std::string start(180, 'a');
  CHECK(without_cut_character(start + "men&") == start + "men…");
  CHECK(without_cut_character(start + "nbs").ends_with("nbs"));
  CHECK(without_cut_character("Boats &#55357;") == "Boats …"); // a half of U+1F6A2
  CHECK(without_cut_character("Boats &#xD83D;&#xDE") == "Boats …");
  CHECK(without_cut_character("d\uFFFD\uFFFD") == "d…");
  CHECK(without_cut_character("A family \U0001F469\u200D") == "A family \U0001F469…");
  CHECK(without_cut_character("To \U0001F1F5\U0001F1EA\U0001F1E8") ==
        "To \U0001F1F5\U0001F1EA…"); // of the flag of Chile
  CHECK(without_cut_character("To \U0001F1F5\U0001F1EA") == "To \U0001F1F5\U0001F1EA");
  CHECK(without_cut_character("And so on …") == "And so on …");
  CHECK(without_cut_character("").empty());
  CHECK(without_cut_character("\uFFFD") == "…");
  CHECK(ends_inside_character("d&eacut"));
  CHECK_FALSE(ends_inside_character("R&D"));
  CHECK_FALSE(ends_inside_character(std::string(100'000, '.')));
}

TEST_CASE("keys of labels ignore accents, case and punctuation") {
  CHECK(label_key("État(s) Membre(s)") == "etat s membre s");
  CHECK(label_key("e\u0301te\u0301") == "ete");
  CHECK(label_key("Œuvre – l’an") == "oeuvre l an");
  CHECK(label_key("Азия") == "азия");
}

TEST_CASE("labels are found in three languages, alone or before a colon") {
  CHECK(field_label("Année")->field == Field::year);
  CHECK(field_label("ANNEE :")->field == Field::year);
  CHECK(field_label("Project Status: Active")->value_start == 16);
  CHECK(field_label("Tipo de proyecto")->field == Field::status_or_type);
  CHECK_FALSE(field_label("The start date of the work"));
}

TEST_CASE("shapes of the fund's ids") {
  for (const char* id : {"LM.0276", "L20-805", "614-800", "TB2-805", "QH6-805", "A93-446"})
    CHECK(is_project_id(id));
  for (const char* other : {"2024-2025x", "105,000", "SV10P0560", "-805", "lm.0276", "3.000"})
    CHECK_FALSE(is_project_id(other));
  CHECK(is_prima_id("CR10P0001"));
  CHECK_FALSE(is_prima_id("CR10P001"));
}

TEST_CASE("status and coverage in three languages") {
  CHECK(read_status("Achevé") == Status::completed);
  CHECK(read_status("ACTIVO") == Status::active);
  CHECK_FALSE(read_status("Labour Migration"));
  CHECK(read_coverage("Multi-Regional") == Coverage::multi_regional);
  CHECK(read_coverage("Régional") == Coverage::regional);
  CHECK_FALSE(read_coverage("Afrique"));
}

TEST_CASE("languages are told by their function words") {
  CHECK(guess_language("The ferry and the lake", "fr") == "en");
  CHECK(guess_language("Le bac est sur le lac", "en") == "fr");
  CHECK(guess_language("El barco y los lagos del sur", "en") == "es");
  CHECK(guess_language("123", "es") == "es");
}

TEST_CASE("a menu is known by its shape, a doubled title is no menu") {
  const auto menu = [](std::string_view page) { return menu_length(page_lines("", page)); };
  CHECK(menu("-\nNavegar\nNavegarTodo sobre los barcos.\n- Puertos\nTítulo\n") == 4);
  CHECK(menu("Lakes\nLakes\nBoats\nBoats\nA Title of Its Own\n") == 4);
  CHECK(menu("A title\nIts text.\n") == 0);
  CHECK(menu("Home\n\nA title\n") == 0);
  const std::string paragraph(150, 'x');
  CHECK(menu("- Boats\n- Lakes\nThe Ferry Song\nThe Ferry Song\n" + paragraph) == 2);
}

TEST_CASE("titles of text stand behind kickers and may go on over lines") {
  CHECK(title_of("News\nLocal\n\nThe Ferrymen Meet Again\n\nText.") == "The Ferrymen Meet Again");
  CHECK(title_of("le 19/02/2012 14:25\nAfrique\n\nAfrique : un lac de plus\n") ==
        "Afrique : un lac de plus");
  CHECK(title_of("The Ferrymen of Nine Lakes Meet Again on the\nQuay of the Old Harbour\n\nText") ==
        "The Ferrymen of Nine Lakes Meet Again on the Quay of the Old Harbour");
  CHECK(title_of("Ferrymen\n\n" + std::string(300, 'x')) == "Ferrymen");
}

TEST_CASE("residue of markup goes, text and quotations stay") {
  CHECK(without_residue_of("a \"b\" c > d") == "a \"b\" c > d");
  CHECK(without_residue_of("x <br/>y</p> z") == "x y z");
  CHECK(without_residue_of("5 < 6 and 7 > 6") == "5 < 6 and 7 > 6");
  CHECK(without_residue_of("He said \"yes\"\n\"mailto:a@b.org\">a@b.org") ==
        "He said \"yes\"\na@b.org");
  CHECK(without_residue_of(
            "\"cut-class\" href=\"http://x/\" target=\n\"_blank\" title=\"\">Song") == "Song");
  CHECK(without_residue_of("End.\nBACK: rgb(1,2,3) 0%; PAD: 3px;\nTOP: 3px\">Links") ==
        "End.\nLinks");
}

TEST_CASE("hard wraps are joined where the next word had no room") {
  CHECK(running("The boats of the nine lakes were painted blue by\n"
                "the children of the harbour during the long week\n"
                "of the winds.\n"
                "Nobody sailed. The captains told stories instead\n"
                "until the evening came.\n") ==
        "The boats of the nine lakes were painted blue by the children of the harbour during the "
        "long week of the winds.\nNobody sailed. The captains told stories instead until the "
        "evening came.");
  CHECK(running("Text.\nPAD: 3px\">Related Links\n\"http://x/\">Song\n") == "Text.\nSong");
  CHECK(running("One paragraph.\n\nTwo.\n- an item\nShare\n") == "One paragraph.\nTwo.\nan item");
}

TEST_CASE("datelines: place before the dash, no captions, no parentheses") {
  const auto place = [](std::string_view body) -> std::string {
    const auto found = find_dateline(body);
    return found
               ? std::string(body.substr(found->place_start, found->place_end - found->place_start))
               : "";
  };
  CHECK(place("Panama – Cette semaine, un bac.") == "Panama");
  CHECK(place("LE CAIRE – 2 mai 2024 : le bac part.") == "LE CAIRE");
  CHECK(find_dateline("LE CAIRE – 2 mai 2024 : le bac part.")->date->iso == "2024-05-02");
  CHECK(place("BRAZZAVILLE, 18 février -- Les bacs partent.") == "BRAZZAVILLE");
  CHECK(place("Lilongwe, Malawi – The ferry leaves.") == "Lilongwe, Malawi");
  CHECK(place("Abu dhabi: The ferry leaves.") == "Abu dhabi");
  CHECK(place("Photo : Un bac\nMoshi - Du 18 au 29 juin, un bac.") == "Moshi");
  CHECK(place("Le Panama – pays des canaux – part.").empty());
  CHECK(place("La grande traversée – Les bacs partent.").empty());
  CHECK(place("Nothing is said about the place of this text.").empty());
}

TEST_CASE("contacts: formula with a number or address behind it, not every 'for information'") {
  const auto contact = [](std::string_view page) {
    const LineRange range = find_contact(page_lines("", page));
    return std::pair(range.first, range.last);
  };
  CHECK(contact("Text.\nPour plus d’informations, contacter le port\n") ==
        std::pair<size_t, size_t>(1, 2));
  CHECK(contact("Text.\nRedacción: +000 000 0000\n") == std::pair<size_t, size_t>(1, 2));
  CHECK(contact("Text.\nContact: a@b.org\n[1] Lakes.\n") == std::pair<size_t, size_t>(1, 2));
  CHECK(contact("Text.\nFor information on boats click here:\nhttp://x/\nFor more information "
                "please contact:\nThe port\n") == std::pair<size_t, size_t>(3, 5));
  CHECK(contact("Text.\nFor more information on boats read the book.\n") ==
        std::pair<size_t, size_t>(2, 2));
}
