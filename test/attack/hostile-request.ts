/**
 * Requests as somebody sends them who wants to find a hole: valid ones from the schemas, with mistakes that people and
 * tools make, and with mistakes that nobody makes by accident.
 */
import fc from 'fast-check';
import { formMutation, type Pairs } from '../support/form-mutation.ts';
import { type Endpoint, endpoints, type Parameter } from './document.ts';

export interface HostileRequest {
  readonly endpoint: Endpoint;
  readonly method: string;
  /** After the path of the endpoint. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What an attacker has got hold of: credentials and handles that are good, so that requests get far. */
export interface Loot {
  readonly authorizations: readonly string[];
  readonly values: Readonly<Record<string, readonly string[]>>;
}

const form = 'application/x-www-form-urlencoded';

const weird = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.json({ maxDepth: 5 }),
  fc.constantFrom(
    ...['', ' ', '\u0000', '\u202e', '\ud800', '%', '%00', '%c0%ae', "' OR 1=1 --", '{{7*7}}', '../../etc/passwd'],
    ...[
      '__proto__',
      'constructor',
      'toString',
      '[object Object]',
      'null',
      'undefined',
      'NaN',
      '1e999',
      '-1',
      '[]',
      '{}',
    ],
    ...['{"__proto__":{"admin":true}}', '{"format":"email","email":{"$ne":null}}', '[{"format":"email"}]'],
    '0'.repeat(3_000),
    `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
    '<script>alert(1)</script>',
    'a\r\nSet-Cookie: x=1',
  ),
);

const valueFor = ({ name, pattern, examples }: Parameter, loot: Loot): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...(loot.values[name] ?? (examples.length > 0 ? examples : ['x']))) },
    {
      weight: 2,
      arbitrary:
        pattern === undefined
          ? fc.string({ maxLength: 60 })
          : fc.stringMatching(new RegExp(pattern), { size: 'small' }),
    },
    { weight: 2, arbitrary: weird },
  );

const pairsOf = ({ parameters }: Endpoint, loot: Loot): fc.Arbitrary<[string, string][]> =>
  fc
    .tuple(
      ...parameters.map((parameter) =>
        fc.tuple(fc.constant(parameter.name), fc.option(valueFor(parameter, loot), { freq: 6 })),
      ),
    )
    .map((pairs) => pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]])));

const mutation = formMutation(weird);

/** Bytes of a body that were knocked about on their way. */
const knock = fc.option(fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 4 })), { freq: 4 });

const anyBody = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(fc.constantFrom('a', '=', '&', '%', '%00', '+', 'grant_type=', 'sub_id={', '\u0000', 'é'), { maxLength: 60 })
    .map((parts) => Buffer.from(parts.join(''))),
  fc.integer({ min: 16_000, max: 20_000 }).map((length) => Buffer.alloc(length, 'a=1&')),
  fc
    .integer({ min: 200, max: 2_000 })
    .map((count) => Buffer.from(Array.from({ length: count }, (_, at) => `p${at}=1`).join('&'))),
);

const authorization = (loot: Loot): fc.Arbitrary<string | null> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...loot.authorizations) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.base64String({ maxLength: 60 }).map((text) => `Basic ${text}`) },
    { weight: 1, arbitrary: fc.base64String({ maxLength: 200 }).map((text) => `Bearer ${text}`) },
    { weight: 1, arbitrary: fc.string({ maxLength: 80 }).map((text) => text.replace(/[^\x20-\x7e]/g, '?')) },
  );

const contentType = fc.oneof(
  { weight: 12, arbitrary: fc.constant(form) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      `${form};charset=utf-16`,
      'application/json',
      'multipart/form-data',
      'x',
      ';',
      `${form};`,
    ),
  },
);

const methods = ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'M-SEARCH'];

const query = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('', '?resolution=month', '?resolution=hour') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('?resolution=x', '?resolution=hour&resolution=month', '?__proto__[a]=1', '?%', '?%00'),
  },
  { weight: 1, arbitrary: fc.webQueryParameters().map((text) => `?${text}`) },
);

/** One request. The same seed gives the same requests. */
export function hostileRequest(loot: Loot): fc.Arbitrary<HostileRequest> {
  const weights: readonly Endpoint[] = endpoints.flatMap((endpoint) =>
    endpoint.method === 'POST' ? [endpoint, endpoint, endpoint] : [endpoint],
  );
  return fc.constantFrom(...weights).chain((endpoint) =>
    fc
      .record({
        method: fc.oneof(
          { weight: 14, arbitrary: fc.constant<string>(endpoint.method) },
          { weight: 1, arbitrary: fc.constantFrom(...methods) },
        ),
        query,
        authorization: authorization(loot),
        contentType,
        pairs: pairsOf(endpoint, loot),
        mutations: fc.array(mutation, { maxLength: 3 }),
        knock,
        bytes: fc.option(anyBody, { freq: 8 }),
      })
      .map((made) => {
        const pairs = made.mutations.reduce<Pairs>((soFar, mutate) => mutate(soFar), made.pairs);
        const body =
          made.bytes ?? Buffer.from(new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString());
        if (made.knock !== null)
          body.set(made.knock[1].subarray(0, body.length), made.knock[0] % Math.max(1, body.length - 4));
        const isPost = made.method === 'POST';
        return {
          endpoint,
          method: made.method,
          query: endpoint.method === 'GET' ? made.query : '',
          headers: {
            ...(made.authorization === null ? {} : { authorization: made.authorization }),
            ...(isPost ? { 'content-type': made.contentType } : {}),
          },
          body: isPost ? body : Buffer.alloc(0),
        };
      }),
  );
}
