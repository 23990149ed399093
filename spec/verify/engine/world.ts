/**
 * A finite world as the engine walks it: variables, and rules that look at a few of them and change some. Nothing here
 * knows what a world is about; what a rule shows of its step (`Seen`) is for whoever watches.
 */

/** The values of some variables, by name. */
export type Values = Readonly<Record<string, string>>;

export interface Variable {
  readonly name: string;
  /** All values; the first one is where the variable starts. */
  readonly values: readonly string[];
  /** For variables whose values turn up on the way: how many there may be. */
  readonly room?: number;
  /** A value in words, where the value itself is not fit to be read. */
  readonly words?: (value: string) => string;
}

export interface Rule<Seen> {
  readonly name: string;
  /** The variables that the rule may read or change; it is handed no others. */
  readonly touches: readonly string[];
  /**
   * What the rule does here, or undefined when it does not apply. Depends on nothing but the values it is handed, so
   * that it is asked once for each combination of them.
   */
  readonly fire: (here: Values) => Fired<Seen> | undefined;
}

export interface Fired<Seen> {
  /** The variables that change; the others of `touches` stay. */
  readonly next: Values;
  readonly seen: Seen;
}

export interface World<Seen> {
  readonly name: string;
  readonly variables: readonly Variable[];
  readonly rules: readonly Rule<Seen>[];
}

/** One step of a way through a world. */
export interface TraceStep<Seen> {
  readonly rule: string;
  readonly before: Values;
  readonly after: Values;
  readonly seen: Seen;
}
