#pragma once

#include "publish/language.h"

/// The words of the pages, in English, French and Spanish.
namespace tela::publish::ui {

inline constexpr Phrase skip{"Skip to content", "Aller au contenu", "Ir al contenido"};
inline constexpr Phrase home{"Home", "Accueil", "Inicio"};
inline constexpr Phrase search{"Search", "Rechercher", "Buscar"};
inline constexpr Phrase facts{"Facts", "Faits", "Datos"};
inline constexpr Phrase names{"Names", "Noms", "Nombres"};
inline constexpr Phrase strongest_ties{"Strongest ties", "Liens les plus forts",
                                       "Vínculos más fuertes"};
inline constexpr Phrase tied_to{"With", "Avec", "Con"};
inline constexpr Phrase incoming{"What points here", "Ce qui renvoie ici", "Qué apunta aquí"};
inline constexpr Phrase around{"Around it", "Autour", "Alrededor"};
inline constexpr Phrase sources{"Sources", "Sources", "Fuentes"};
inline constexpr Phrase as_data{"As data", "En données", "Como datos"};
inline constexpr Phrase more_values{"more values stand in the Turtle file",
                                    "autres valeurs se trouvent dans le fichier Turtle",
                                    "valores más están en el archivo Turtle"};
inline constexpr Phrase more_characters{"more bytes stand in the Turtle file",
                                        "octets de plus se trouvent dans le fichier Turtle",
                                        "bytes más están en el archivo Turtle"};
inline constexpr Phrase more_links{"more are not listed; the dumps have them all",
                                   "autres ne sont pas listés ; les exports les contiennent tous",
                                   "más no se listan; los volcados los contienen todos"};
inline constexpr Phrase all_links{"All of them", "Tous", "Todos"};
inline constexpr Phrase previous{"Previous page", "Page précédente", "Página anterior"};
inline constexpr Phrase next{"Next page", "Page suivante", "Página siguiente"};
inline constexpr Phrase page_of{"Page", "Page", "Página"};
inline constexpr Phrase evidence{"Evidence", "Preuve", "Prueba"};
inline constexpr Phrase score{"score", "score", "puntuación"};
inline constexpr Phrase rule{"rule", "règle", "regla"};
inline constexpr Phrase role{"role", "rôle", "función"};
inline constexpr Phrase graph{"graph", "graphe", "grafo"};
inline constexpr Phrase file{"file", "fichier", "archivo"};
inline constexpr Phrase in_dumps{"Every statement with its graph", "Chaque énoncé avec son graphe",
                                 "Cada enunciado con su grafo"};
inline constexpr Phrase ontology{"Ontology", "Ontologie", "Ontología"};
inline constexpr Phrase downloads{"Downloads", "Téléchargements", "Descargas"};
inline constexpr Phrase description{"Description of the data", "Description des données",
                                    "Descripción de los datos"};
inline constexpr Phrase browse{"Browse", "Parcourir", "Explorar"};
inline constexpr Phrase other_kinds{"More kinds of things", "Autres types de choses",
                                    "Otros tipos de cosas"};
inline constexpr Phrase untyped{"Without a class", "Sans classe", "Sin clase"};
inline constexpr Phrase lead{
    "Projects, states and regional processes of migration governance, linked into one graph. Each "
    "fact says where it was read.",
    "Projets, États et processus régionaux de la gouvernance des migrations, reliés en un seul "
    "graphe. Chaque fait dit où il a été lu.",
    "Proyectos, Estados y procesos regionales de la gobernanza de la migración, vinculados en un "
    "solo grafo. Cada dato dice dónde se leyó."};
inline constexpr Phrase results{"Results", "Résultats", "Resultados"};
inline constexpr Phrase no_script_search{
    "Search needs JavaScript; the lists below do without.",
    "La recherche a besoin de JavaScript ; les listes ci-dessous s’en passent.",
    "La búsqueda necesita JavaScript; las listas de abajo no."};
inline constexpr Phrase statements{"Statements", "Énoncés", "Enunciados"};
inline constexpr Phrase about{"About this release", "À propos de cette publication",
                              "Acerca de esta publicación"};
inline constexpr Phrase licence{"Licence", "Licence", "Licencia"};
inline constexpr Phrase publisher{"Publisher", "Éditeur", "Editor"};
inline constexpr Phrase released{"Released", "Publié le", "Publicado el"};
inline constexpr Phrase format{"Format", "Format", "Formato"};
inline constexpr Phrase size{"Size", "Taille", "Tamaño"};
inline constexpr Phrase sums{"Checksums of all files", "Sommes de contrôle de tous les fichiers",
                             "Sumas de verificación de todos los archivos"};
inline constexpr Phrase endpoint{"SPARQL endpoint", "Point d’accès SPARQL",
                                 "Punto de acceso SPARQL"};
inline constexpr Phrase classes{"Classes", "Classes", "Clases"};
inline constexpr Phrase properties{"Properties", "Propriétés", "Propiedades"};
inline constexpr Phrase concepts{"Concepts and roles", "Concepts et rôles",
                                 "Conceptos y funciones"};
inline constexpr Phrase borrowed{"Terms of other vocabularies", "Termes d’autres vocabulaires",
                                 "Términos de otros vocabularios"};
inline constexpr Phrase domain{"of", "de", "de"};
inline constexpr Phrase range{"leads to", "mène à", "lleva a"};
inline constexpr Phrase broader{"narrower than", "plus étroit que", "más específico que"};
inline constexpr Phrase points_here{"points here", "renvoie ici", "apunta aquí"};
inline constexpr Phrase points_there{"this points there", "ceci y renvoie", "esto apunta allí"};

} // namespace tela::publish::ui
