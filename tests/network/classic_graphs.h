#pragma once

#include "network/affiliation.h"

#include <utility>
#include <vector>

/// Three graphs that everybody has published values for.
namespace tela::network::classic {

/// Davis, Gardner & Gardner, Deep South (1941): 18 women at 14 social events. Women in the usual
/// order, Evelyn (0), Laura, Theresa, Brenda, Charlotte, Frances, Eleanor, Pearl, Ruth, Verne,
/// Myra, Katherina, Sylvia, Nora (13), Helen, Dorothy, Olivia, Flora.
inline Affiliation southern_women() {
  const std::vector<std::vector<Node>> attended{{1, 2, 3, 4, 5, 6, 8, 9},
                                                {1, 2, 3, 5, 6, 7, 8},
                                                {2, 3, 4, 5, 6, 7, 8, 9},
                                                {1, 3, 4, 5, 6, 7, 8},
                                                {3, 4, 5, 7},
                                                {3, 5, 6, 8},
                                                {5, 6, 7, 8},
                                                {6, 8, 9},
                                                {5, 7, 8, 9},
                                                {7, 8, 9, 12},
                                                {8, 9, 10, 12},
                                                {8, 9, 10, 12, 13, 14},
                                                {7, 8, 9, 10, 12, 13, 14},
                                                {6, 7, 9, 10, 11, 12, 13, 14},
                                                {7, 8, 10, 11, 12},
                                                {8, 9},
                                                {9, 11},
                                                {9, 11}};
  std::vector<Tie> ties;
  for (Node woman = 0; woman < attended.size(); ++woman)
    for (const Node event : attended[woman]) ties.push_back({woman, event - 1, 1.0, {}});
  return {18, 14, ties};
}

using Pairs = std::vector<std::pair<Node, Node>>;

/// Zachary, J. Anthropol. Res. 33 (1977): 34 members of a karate club, 78 friendships.
inline Pairs karate_club() {
  return {{0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},   {0, 8},   {0, 10},
          {0, 11},  {0, 12},  {0, 13},  {0, 17},  {0, 19},  {0, 21},  {0, 31},  {1, 2},   {1, 3},
          {1, 7},   {1, 13},  {1, 17},  {1, 19},  {1, 21},  {1, 30},  {2, 3},   {2, 7},   {2, 8},
          {2, 9},   {2, 13},  {2, 27},  {2, 28},  {2, 32},  {3, 7},   {3, 12},  {3, 13},  {4, 6},
          {4, 10},  {5, 6},   {5, 10},  {5, 16},  {6, 16},  {8, 30},  {8, 32},  {8, 33},  {9, 33},
          {13, 33}, {14, 32}, {14, 33}, {15, 32}, {15, 33}, {18, 32}, {18, 33}, {19, 33}, {20, 32},
          {20, 33}, {22, 32}, {22, 33}, {23, 25}, {23, 27}, {23, 29}, {23, 32}, {23, 33}, {24, 25},
          {24, 27}, {24, 31}, {25, 31}, {26, 29}, {26, 33}, {27, 33}, {28, 31}, {28, 33}, {29, 32},
          {29, 33}, {30, 32}, {30, 33}, {31, 32}, {31, 33}, {32, 33}};
}

/// Padgett & Ansell, Am. J. Sociol. 98 (1993): 20 marriages among 15 Florentine families, in the
/// order Acciaiuoli (0), Albizzi, Barbadori, Bischeri, Castellani, Ginori, Guadagni, Lamberteschi,
/// Medici (8), Pazzi, Peruzzi, Ridolfi, Salviati, Strozzi, Tornabuoni.
inline Pairs florentine_families() {
  return {{0, 8},  {8, 2}, {8, 11},  {8, 14}, {8, 1},   {8, 12}, {4, 10},
          {4, 13}, {4, 2}, {10, 13}, {10, 3}, {13, 11}, {13, 3}, {11, 14},
          {14, 6}, {1, 5}, {1, 6},   {12, 9}, {3, 6},   {6, 7}};
}

} // namespace tela::network::classic
