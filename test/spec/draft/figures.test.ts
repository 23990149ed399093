import { describe, expect, it } from 'vitest';
import { client, type MachineDefinition, transaction } from '../../../model/index.ts';
import { asciiOf } from '../../../spec/emit/draft/figures/ascii.ts';
import type { Scene } from '../../../spec/emit/draft/figures/scene.ts';
import { arrows, sequenceInWords, sequenceScene } from '../../../spec/emit/draft/figures/sequence-figure.ts';
import { changesOf, stateScene, statesInWords } from '../../../spec/emit/draft/figures/state-figure.ts';
import { svgOf } from '../../../spec/emit/draft/figures/svg.ts';
import { protocolTransitions } from '../../../spec/emit/draft/protocol-transitions.ts';

const scenes: readonly (readonly [string, Scene])[] = [
  ['the life of a transaction', stateScene()],
  ['the sequence', sequenceScene()],
];

describe.each(scenes)('The figure of %s', (title, scene) => {
  it('fits into 69 columns and is plain ASCII', () => {
    for (const line of asciiOf(scene).split('\n')) expect(line).toMatch(/^[\x20-\x7e]{0,69}$/);
  });

  it('is SVG in black and white, without styles and markers', () => {
    const svg = svgOf(scene, title);
    expect(svg).not.toMatch(/style|marker|script|class=/);
    for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/g))
      expect(['black', 'white', 'none']).toContain(colour);
  });

  it('has the same words as text and as SVG', () => {
    const drawn = [...svgOf(scene, title).matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words);
    const ascii = asciiOf(scene);
    expect(drawn.length).toBeGreaterThan(10);
    for (const words of drawn) expect(ascii).toContain(words);
  });
});

describe('The life of a transaction', () => {
  it('shows every state and every event that changes it', () => {
    const ascii = asciiOf(stateScene());
    for (const name of Object.keys(transaction.states)) expect(ascii).toContain(name);
    const changing = protocolTransitions(transaction).filter(
      ({ state, target }) => state.split('.')[0] !== target.split('.')[0],
    );
    for (const { event } of changing) expect(ascii).toContain(event);
    expect(changesOf(transaction).length).toBeGreaterThanOrEqual(12);
  });

  it('is said in words too: each change once', () => {
    const words = statesInWords();
    for (const { to, events } of changesOf(transaction))
      expect(words).toContain(`${events.join(' or ')} leads to ${to}`);
  });

  it('changes when the machine does', () => {
    const { denied: _denied, ...states } = transaction.states as MachineDefinition['states'];
    const without: MachineDefinition = { ...transaction, states };
    expect(asciiOf(stateScene({ ...without, states: { ...states, identified: { description: '' } } }))).not.toBe(
      asciiOf(stateScene()),
    );
  });
});

describe('The sequence', () => {
  it("takes the shortest way through the client's machine to its token", () => {
    const events = arrows()
      .map(({ id }) => id)
      .filter((id) => Object.hasOwn(client.events, id));
    expect(events).toEqual([
      'subject.entered',
      'session.received',
      'option.chosen',
      'code.announced',
      'code.entered',
      'token.received',
    ]);
  });

  it('is said in words too, letter by letter', () => {
    expect(sequenceInWords().match(/\([A-Z]\)/g)?.length).toBe(arrows().length);
  });
});
