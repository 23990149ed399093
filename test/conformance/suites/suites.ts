/** All suites, in the order in which they are listed. */
import type { Case } from '../case.ts';
import type { SuiteName } from '../options.ts';
import type { World } from '../world.ts';
import { frontDoorCases } from './front-door.ts';

const lists: Readonly<Record<SuiteName, readonly ((world: World) => readonly Case[])[]>> = {
  requirements: [],
  http: [frontDoorCases],
  states: [],
  indistinguishability: [],
  races: [],
  tokens: [],
};

/** Every case there is. Which of them a run plays is decided elsewhere. */
export const allCases = (world: World): Case[] =>
  Object.values(lists).flatMap((suite) => suite.flatMap((list) => list(world)));
