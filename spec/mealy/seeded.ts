/** Chance that can be repeated: for choosing among more mutants than can be tried. Good enough for that, and for nothing secret. */

/** A source of whole numbers from 0 to `size - 1` that follow from a seed (xorshift32). */
export function seededChoice(seed: number): (size: number) => number {
  let state = seed | 0 || 1;
  return (size) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % size;
  };
}

/** Some elements of a list, drawn without repetition, in the order of the list; all of them when there are not more. */
export function sampled<Element>(list: readonly Element[], count: number, seed: number): readonly Element[] {
  if (list.length <= count) return list;
  const choose = seededChoice(seed);
  const places = [...list.keys()];
  for (let place = 0; place < count; place += 1) {
    const other = place + choose(places.length - place);
    [places[place], places[other]] = [places[other] ?? 0, places[place] ?? 0];
  }
  return places
    .slice(0, count)
    .sort((a, b) => a - b)
    .flatMap((place) => list.slice(place, place + 1));
}
