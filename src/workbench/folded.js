// Words as they are compared with what a reader types: without case and accents.

export const folded = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
