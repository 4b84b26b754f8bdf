// Which pictures the columns of a result allow.

/** Views of the model beside its table; `onRows` is called when one has chosen other rows. */
export function picturesOf() {
  return [];
}
