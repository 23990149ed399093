import { describe, expect, it } from 'vitest';
import { createMachine, initialTransition } from 'xstate';
import { type MachineDefinition, machineDefinitions } from '../../../model/index.ts';
import { emitMachineGraphs, machineGraph } from '../../../spec/emit/machine-graph.ts';
import { explore } from '../../../spec/walk/explore.ts';
import { walkPolicy } from '../../../spec/walk/reachable-outcomes.ts';

const artifacts = emitMachineGraphs();
const parsed = (path: string) => JSON.parse(artifacts.find((artifact) => artifact.path === path)?.content ?? '');
const files = {
  admission: 'admission',
  quota: 'quota',
  account: 'account',
  transaction: 'transaction',
  grant: 'grant',
  channel: 'channel',
  client: 'client',
  resourceOwner: 'resource-owner',
} satisfies Record<keyof typeof machineDefinitions, string>;
const machines = Object.entries<MachineDefinition>(machineDefinitions).map(
  ([name, definition]) => [files[name as keyof typeof files], definition] as const, // own keys
);

describe.each(machines)('the emitted machine %s', (file, definition) => {
  it('is a configuration that XState takes as it is', () => {
    const config = parsed(`machines/${file}.machine.json`);
    const machine = createMachine(config);
    expect(machine.id).toBe(definition.id);
    const [first] = initialTransition(machine);
    expect(first.context).toEqual(config.context);
    expect(first.value).toBe(definition.initial);
  });

  it('does what its definition does, step by step', () => {
    const { context: _, meta, ...config } = parsed(`machines/${file}.machine.json`);
    const read: MachineDefinition = { ...config, ...meta };
    expect(explore(read, walkPolicy)).toEqual(explore(definition, walkPolicy));
  });

  it('has an edge in its graph for every transition that a walk takes', () => {
    const ids = new Set(machineGraph(definition).edges.map(({ id }) => id));
    for (const { transition } of explore(definition, walkPolicy).steps) {
      if (transition !== undefined) expect(ids).toContain(transition);
    }
  });

  it('has a graph whose edges lead from node to node', () => {
    const { nodes, edges, initial } = parsed(`machines/${file}.graph.json`);
    const ids = new Set(nodes.map(({ id }: { id: string }) => id));
    expect(ids.size).toBe(nodes.length);
    expect(ids).toContain(initial);
    for (const { source, target } of edges) {
      expect(ids).toContain(source);
      expect(ids).toContain(target);
    }
  });
});

it('An edge says what happens, on what condition, with which answer and by which requirement', () => {
  const { edges } = machineGraph(machineDefinitions.transaction);
  expect(edges.find(({ id }) => id === 'pending code.submitted 2')).toMatchObject({
    source: 'pending',
    target: 'spent',
    event: 'code.submitted',
    order: 2,
    guardWords: expect.stringContaining('newestCode is sent'),
    actionWords: expect.arrayContaining(['issueAccessToken', 'answer tokenIssued', 'tell account code.accepted']),
    outcome: 'tokenIssued',
    requirements: expect.arrayContaining(['transaction/single-grant']),
  });
});
