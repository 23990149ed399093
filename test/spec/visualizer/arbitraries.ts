/** Arbitrary steps, settings, guards and contexts. */
import fc from 'fast-check';
import {
  type Context,
  type Guard,
  type LimitName,
  limits,
  type MachineEvent,
  mitigations,
  type Policy,
  policyWith,
} from '../../../model/index.ts';
import { type Setting, settingWith } from '../../../spec/visualizer/run/setting.ts';
import {
  definitionOf,
  exchangeNames,
  factChoices,
  happens,
  isSpontaneous,
  machineNames,
  request,
  type Step,
} from '../../../spec/visualizer/run/step.ts';

const one = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

export const limitNames = Object.keys(limits) as readonly LimitName[]; // own keys
const mitigationNames = Object.keys(mitigations) as readonly (keyof typeof mitigations)[]; // own keys
const variables = ['sends', 'wrongCodes'];
const attributes = ['client', 'code', 'option'];
const values = ['same', 'other', 'newest', 'offered'];

export const guards: fc.Arbitrary<Guard> = fc.letrec<{ guard: Guard }>((tie) => ({
  guard: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.record({
      type: one(['isBelow', 'isOneBelow'] as const),
      params: fc.record({ variable: one(variables), limit: one(limitNames) }),
    }),
    fc.record({
      type: fc.constant('is' as const),
      params: fc.record({ variable: one(['state']), value: one(values) }),
    }),
    fc.record({
      type: fc.constant('caseIs' as const),
      params: fc.record({ attribute: one(attributes), value: one(values) }),
    }),
    fc.record({
      type: fc.constant('isEnforced' as const),
      params: fc.record({ mitigation: one(mitigationNames) }),
    }),
    fc.record({ type: fc.constant('not' as const), params: fc.record({ guard: tie('guard') }) }),
    fc.record({
      type: one(['allOf', 'anyOf'] as const),
      params: fc.record({ guards: fc.array(tie('guard'), { maxLength: 3 }) }),
    }),
  ),
})).guard;

export const contexts: fc.Arbitrary<Context> = fc.record({
  sends: fc.nat({ max: 12 }),
  wrongCodes: fc.nat({ max: 12 }),
  state: one(values),
});

export const events: fc.Arbitrary<MachineEvent> = fc.record({
  type: fc.constant('happened'),
  client: one(values),
  code: one(values),
  option: one(values),
});

export const policies: fc.Arbitrary<Policy> = fc
  .tuple(
    fc.record({
      wrongCodesPerTransaction: fc.integer({ min: 1, max: 10 }),
      sendsPerTransaction: fc.integer({ min: 1, max: 5 }),
      sendsPerAccount: fc.integer({ min: 1, max: 4 }),
      wrongCodesPerAccount: fc.integer({ min: 1, max: 4 }),
      startsPerClient: fc.integer({ min: 1, max: 4 }),
      wrongCodesPerClient: fc.integer({ min: 1, max: 4 }),
    }),
    fc.subarray([...mitigationNames]),
  )
  .map(([changed, off]) => policyWith({ limits: changed, off }));

export const settings: fc.Arbitrary<Setting> = policies.map((policy) => ({ ...settingWith(), policy }));

/** Every request that can be chosen in the page. */
export const requests: fc.Arbitrary<Step> = fc
  .tuple(one(exchangeNames), one(['client', 'adversary'] as const))
  .chain(([exchange, by]) =>
    fc
      .record(Object.fromEntries(Object.entries(factChoices(exchange)).map(([name, options]) => [name, one(options)])))
      .map((facts) => request(exchange, facts, by)),
  );

/** Mostly requests that the front door lets in, so that runs get somewhere. */
export const likelyRequests: fc.Arbitrary<Step> = requests.map((step) =>
  step.kind === 'request' ? { ...step, facts: { ...step.facts, violation: 'none' } } : step,
);

/** Every event of every machine, in every case. */
export const machineSteps: fc.Arbitrary<Step> = one(machineNames).chain((machine) =>
  one(Object.entries(definitionOf(machine).events)).chain(([type, { attributes: named }]) =>
    fc
      .record(Object.fromEntries(Object.entries(named).map(([name, options]) => [name, one(options)])))
      .map((facts) => happens(machine, type, facts)),
  ),
);

/** What happens at the server without a request, and what people and gateways do. */
export const occurrences: fc.Arbitrary<Step> = machineSteps.filter(
  (step) =>
    step.kind === 'event' &&
    (step.machine === 'channel' ||
      step.machine === 'resourceOwner' ||
      (step.machine !== 'client' && isSpontaneous(step.machine, step.event.type))),
);

export const runs: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: likelyRequests },
    { weight: 1, arbitrary: requests },
    { weight: 3, arbitrary: occurrences },
  ),
  { maxLength: 14 },
);
