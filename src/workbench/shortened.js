// Labels in pictures, where a long one would run over its neighbour.

/** At most `most` characters, the last an ellipsis where some are left out. */
export const shortened = (text, most) =>
  [...text].length > most ? [...text].slice(0, most - 1).join("") + "…" : text;
