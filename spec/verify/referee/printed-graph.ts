/**
 * Walks backwards through a graph that SPIN printed. It shares nothing with the engine: neither states nor steps nor the
 * walk.
 */

export interface PrintedGraph {
  readonly states: number;
  readonly transitions: number;
  /** Steps to the nearest live state from which no goal can be reached; undefined when there is none. */
  readonly steps: number | undefined;
}

interface Node {
  readonly isLive: boolean;
  readonly isGoal: boolean;
  readonly to: Set<string>;
  readonly from: Set<string>;
}

/**
 * Reads lines `edge BEFORE LIVE GOAL AFTER LIVE GOAL`; the first line starts in the first state.
 *
 * @param condition which pair of flags counts, when there are several
 */
export function printedGraph(lines: readonly string[], condition = 0): PrintedGraph {
  const nodes = new Map<string, Node>();
  const nodeOf = (state: string, flags: readonly string[]): Node => {
    const known = nodes.get(state);
    if (known !== undefined) return known;
    const [live, goal] = flags.slice(condition * 2);
    const made: Node = { isLive: live === '1', isGoal: goal === '1', to: new Set(), from: new Set() };
    nodes.set(state, made);
    return made;
  };
  for (const line of lines) {
    const words = line
      .slice(line.indexOf('edge ') + 5)
      .trim()
      .split(' ');
    const [before, after] = [words.slice(0, words.length / 2), words.slice(words.length / 2)];
    const [[from = '', ...fromFlags], [to = '', ...toFlags]] = [before, after];
    nodeOf(from, fromFlags).to.add(to);
    nodeOf(to, toFlags).from.add(from);
  }
  const goals = [...nodes].flatMap(([state, { isGoal }]) => (isGoal ? [state] : []));
  const good = distances(goals, (state) => nodes.get(state)?.from ?? []);
  const [first = ''] = nodes.keys();
  const far = distances([first], (state) => nodes.get(state)?.to ?? []);
  const bad = [...nodes].flatMap(([state, { isLive }]) => (isLive && !good.has(state) ? [far.get(state) ?? 0] : []));
  return {
    states: nodes.size,
    transitions: lines.length,
    steps: bad.length === 0 ? undefined : bad.reduce((least, one) => Math.min(least, one)),
  };
}

function distances(starts: readonly string[], next: (state: string) => Iterable<string>): Map<string, number> {
  const far = new Map(starts.map((state) => [state, 0]));
  for (const [state, distance] of far) {
    for (const reached of next(state)) if (!far.has(reached)) far.set(reached, distance + 1);
  }
  return far;
}
