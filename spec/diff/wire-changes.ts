/**
 * What differs on the wire: messages, answers, endpoints. A request breaks an old client by asking for more than it
 * sends, and an old server by being allowed what it refuses; a response the other way round.
 */
import type { JsonSchema } from '../emit/json-schema.ts';
import type { Change, Kind } from './change.ts';
import type { Answer, Version } from './version.ts';

/** Changes of messages, answers and endpoints. */
export const wireChanges = (before: Version, after: Version): Change[] => [
  ...messageChanges(before, after),
  ...answerChanges(before, after),
  ...endpointChanges(before, after),
];

const change = (
  kind: Kind,
  subject: string,
  detail: string,
  [breaksClient, breaksServer]: readonly [boolean, boolean],
): Change => ({ area: 'wire', kind, subject, detail, breaksClient, breaksServer });

function messageChanges(before: Version, after: Version): Change[] {
  const names = [...new Set([...Object.keys(before.schemas), ...Object.keys(after.schemas)])];
  return names.flatMap((name) => {
    const [old, now] = [before.schemas[name], after.schemas[name]];
    if (old === undefined) return [change('added', name, 'a new message', [false, false])];
    if (now === undefined) return [change('removed', name, 'the message is gone', [true, true])];
    return objectsIn(old, now, name).flatMap(([subject, one, other]) => memberChanges(subject, one, other));
  });
}

/** The object itself and those inside of it, each under its name. */
function objectsIn(old: JsonSchema, now: JsonSchema, name: string): [string, JsonSchema, JsonSchema][] {
  const inner = Object.keys({ ...old.$defs, ...now.$defs });
  return [
    [name, old, now],
    ...inner.map((one): [string, JsonSchema, JsonSchema] => [
      `${name} ${one}`,
      old.$defs?.[one] ?? {},
      now.$defs?.[one] ?? {},
    ]),
  ];
}

const isRequest = (subject: string): boolean => /Request|Subject/.test(subject);

function memberChanges(subject: string, old: JsonSchema, now: JsonSchema): Change[] {
  const [one, other] = [old.properties ?? {}, now.properties ?? {}];
  const removed = Object.keys(one).filter((name) => !Object.hasOwn(other, name));
  const added = Object.keys(other).filter((name) => !Object.hasOwn(one, name));
  const renamed = removed.flatMap((from) => {
    const to = added.find((name) => sameShape(one[from], other[name]) && needed(old, from) === needed(now, name));
    return to === undefined ? [] : [[from, to] as const];
  });
  const isRenamed = (name: string) => renamed.some((pair) => pair.includes(name));
  const request = isRequest(subject);
  return [
    ...renamed.map(([from, to]) =>
      change('renamed', `${subject} ${from}`, `is now ${to}`, needed(old, from) ? [true, true] : [!request, request]),
    ),
    ...added
      .filter((name) => !isRenamed(name))
      .map((name) => {
        const must = needed(now, name);
        return change('added', `${subject} ${name}`, must ? 'a member that is needed' : 'an optional member', [
          request && must,
          !request && must,
        ]);
      }),
    ...removed
      .filter((name) => !isRenamed(name))
      .map((name) => {
        const must = needed(old, name);
        return change('removed', `${subject} ${name}`, must ? 'a member that was needed' : 'an optional member', [
          !request && must,
          request && must,
        ]);
      }),
    ...strictness(subject, request, old, now),
    ...Object.keys(one)
      .filter((name) => Object.hasOwn(other, name))
      .flatMap((name) =>
        constraintChanges(
          `${subject} ${name}`,
          request,
          [one[name] ?? {}, needed(old, name)],
          [other[name] ?? {}, needed(now, name)],
        ),
      ),
  ];
}

/** Whether members that are not described pass. */
function strictness(subject: string, request: boolean, old: JsonSchema, now: JsonSchema): Change[] {
  const isOld = old.properties !== undefined;
  if (!isOld || old.additionalProperties === now.additionalProperties) return [];
  return now.additionalProperties === false
    ? [change('changed', subject, 'no member passes any more that is not described', [request, !request])]
    : [change('changed', subject, 'members pass that are not described', [!request, request])];
}

const needed = ({ required = [] }: JsonSchema, name: string): boolean => required.includes(name);

/** Everything but words. */
const shape = ({ description: _description, examples: _examples, ...rest }: JsonSchema): string => JSON.stringify(rest);
const sameShape = (one: JsonSchema = {}, other: JsonSchema = {}): boolean => shape(one) === shape(other);

type Member = readonly [schema: JsonSchema, needed: boolean];

/** Narrower or wider: what is allowed now, seen from what was. */
function constraintChanges(subject: string, request: boolean, [old, must]: Member, [now, mustNow]: Member): Change[] {
  const narrower: readonly [boolean, boolean] = request ? [true, false] : [false, true];
  const wider: readonly [boolean, boolean] = request ? [false, true] : [true, false];
  const need =
    must === mustNow
      ? []
      : [change('changed', subject, mustNow ? 'is needed now' : 'is optional now', mustNow ? narrower : wider)];
  const bounds = (['maxLength', 'maximum', 'maxItems', 'minLength', 'minimum', 'minItems'] as const).flatMap((name) => {
    const [from, to] = [old[name], now[name]];
    if (from === to) return [];
    const upper = name.startsWith('max');
    const limit = upper ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    const isNarrower = upper ? (to ?? limit) < (from ?? limit) : (to ?? limit) > (from ?? limit);
    return [
      change(
        'changed',
        subject,
        `${name} was ${from ?? 'not set'}, is ${to ?? 'not set'}`,
        isNarrower ? narrower : wider,
      ),
    ];
  });
  const rest = (['type', 'pattern', 'const', 'enum', 'format', '$ref', 'items'] as const).flatMap((name) =>
    JSON.stringify(old[name]) === JSON.stringify(now[name])
      ? []
      : [
          change(
            'changed',
            subject,
            `${name} was ${JSON.stringify(old[name]) ?? 'not set'}, is ${JSON.stringify(now[name]) ?? 'not set'}`,
            [true, true],
          ),
        ],
  );
  return [...need, ...bounds, ...rest];
}

/** Errors are open: a client takes one that it does not know for a refusal. A status or a code in place of another is no such thing. */
function answerChanges(before: Version, after: Version): Change[] {
  const key = ({ exchange, outcome }: Answer) => `${exchange} ${outcome}`;
  const old = new Map(before.answers.map((answer) => [key(answer), answer]));
  const now = new Map(after.answers.map((answer) => [key(answer), answer]));
  const existed = new Set(before.answers.map(({ exchange }) => exchange));
  const wire = ({ status, error }: Answer) => [status, error].filter((part) => part !== undefined).join(' ');
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [one, other] = [old.get(name), now.get(name)];
    if (one === undefined)
      return other === undefined
        ? []
        : [
            change('added', name, `answers ${wire(other)}`, [
              other.status < 300 && existed.has(other.exchange), // nobody asks yet at an exchange that is new
              false,
            ]),
          ];
    if (other === undefined) return [change('removed', name, `answered ${wire(one)}`, [one.status < 300, false])];
    return wire(one) === wire(other)
      ? []
      : [change('changed', name, `answered ${wire(one)}, answers ${wire(other)}`, [true, true])];
  });
}

function endpointChanges(before: Version, after: Version): Change[] {
  const removed = before.endpoints.filter((name) => !after.endpoints.includes(name));
  const added = after.endpoints.filter((name) => !before.endpoints.includes(name));
  const [from] = removed;
  const [to] = added;
  if (removed.length === 1 && added.length === 1 && from !== undefined && to !== undefined) {
    return [change('renamed', from, `is now ${to}`, [true, true])];
  }
  return [
    ...removed.map((name) => change('removed', name, 'the endpoint is gone', [true, false])),
    ...added.map((name) => change('added', name, 'a new endpoint', [false, true])),
  ];
}
