/**
 * The HTTP examples: each fits the schema of its message, is what was recorded, goes on with the handle that was given
 * out before, and keeps its secrets out of URIs and caches.
 */
import {
  authenticationSchemes,
  type ExchangeRow,
  exchanges,
  headers,
  messages,
  parameters,
} from '../../../model/index.ts';
import { answersOf } from '../../emit/answers.ts';
import { unfold } from '../../emit/draft/fold.ts';
import { exampleName, exampleText, type Half, httpType } from '../../emit/draft/http-source.ts';
import { messageSchemas, schemaId } from '../../emit/json-schema.ts';
import type { RecordedExchange, Recording } from '../../emit/recording.ts';
import { membersOf } from '../../emit/wire.ts';
import type { Finding } from '../finding.ts';
import { compileSchemas, expectValid, type ValidatorPair } from '../validators.ts';
import type { CodeBlock, DraftDocument } from './document.ts';
import { type HttpMessage, parseHttp } from './http-message.ts';
import { findingIn } from './lint-finding.ts';

/** An example with the step of a recording that its name says it is. */
interface Example {
  readonly block: CodeBlock;
  readonly message: HttpMessage;
  readonly step: RecordedExchange | undefined;
  readonly half: Half;
}

/** Findings about all examples of a draft. */
export async function examples(document: DraftDocument, recordings: readonly Recording[]): Promise<Finding[]> {
  const validators = await compileSchemas(Object.values(messageSchemas()));
  const all = document.blocks.filter(({ type }) => type === httpType).flatMap((block) => exampleOf(block, recordings));
  return [
    ...all.flatMap((example) => [
      ...recorded(example, document),
      ...valid(example, document, validators),
      ...caching(example, document),
      ...secrets(example, document),
    ]),
    ...threading(all, document),
  ];
}

function exampleOf(block: CodeBlock, recordings: readonly Recording[]): Example[] {
  const message = parseHttp(unfold(block.text));
  if (message === undefined) return []; // said elsewhere
  const half = message.kind;
  const step = recordings.flatMap(({ steps }) => steps).find(({ id }) => exampleName(id, half) === block.name);
  return [{ block, message, step, half }];
}

function recorded({ block, step, half }: Example, document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  if (step === undefined)
    return [
      finding(
        'example-unrecorded',
        block.line,
        'the name of a recorded step',
        block.name,
        'name a step of a recording',
      ),
    ];
  if (exampleText(step, half) === block.text) return [];
  const [want, have] = [exampleText(step, half).split('\n'), block.text.split('\n')];
  const place = have.findIndex((line, index) => line !== want[index]);
  const at = place === -1 ? have.length : place;
  return [
    finding(
      'example-differs',
      block.line + at,
      want[at] ?? 'the end',
      have[at] ?? 'the end',
      'splice the example anew; it is not written by hand',
    ),
  ];
}

/** Requests that the entrance turned away may be wrong on purpose. */
function valid({ block, message, step, half }: Example, document: DraftDocument, validators: ValidatorPair): Finding[] {
  if (step === undefined || message.body === undefined) return [];
  const row: ExchangeRow = exchanges[step.exchange];
  const answer = answersOf(step.exchange).find(({ outcome }) => outcome === step.outcome);
  const place = { file: document.file, element: `line ${block.line}: ${block.name}` };
  if (half === 'response') {
    const name = answer?.row.message;
    const body = jsonOf(message.body);
    return name === undefined || body === undefined ? [] : expectValid(validators, schemaId(name), body, place);
  }
  const turnedAway = answer?.answeredBy.some(({ kind }) => kind === 'rule') ?? false;
  if (row.request === undefined || messages[row.request].carrier !== 'form' || turnedAway) return [];
  return [
    ...expectValid(validators, schemaId(row.request), membersOf(message.body), place),
    ...unknownParameters(message.body, row.request, block, document),
  ];
}

/** Schemas allow what they do not name, because receivers ignore it; an example has no reason to show any. */
function unknownParameters(
  body: string,
  request: keyof typeof messages,
  block: CodeBlock,
  document: DraftDocument,
): Finding[] {
  const known = Object.keys(messageSchemas()[request].properties ?? {});
  return Object.keys(membersOf(body))
    .filter((name) => !known.includes(name))
    .map((name) =>
      findingIn(document)(
        'example-parameter',
        block.line,
        `a parameter of ${messages[request].type}`,
        name,
        'correct the name',
      ),
    );
}

/** Nothing that holds a credential may be stored, and a refused client is told how to authenticate. */
function caching({ block, message }: Example, document: DraftDocument): Finding[] {
  if (message.kind !== 'response') return [];
  const finding = findingIn(document);
  const cache = message.fields.get(headers.cacheControl.name.toLowerCase());
  const body = message.body === undefined ? undefined : jsonOf(message.body);
  const published = body !== undefined && ('issuer' in body || 'keys' in body);
  return [
    ...(cache === 'no-store' || (published && cache !== undefined)
      ? []
      : [
          finding(
            'cache-control',
            block.line,
            `${headers.cacheControl.name}: no-store`,
            cache ?? 'no such field',
            'answer so',
          ),
        ]),
    ...(message.status === 401 && !message.fields.has(headers.wwwAuthenticate.name.toLowerCase())
      ? [
          finding(
            'www-authenticate',
            block.line,
            `a ${headers.wwwAuthenticate.name} field beside status 401`,
            'none',
            'answer so',
          ),
        ]
      : []),
  ];
}

const secretNames: readonly string[] = [
  parameters.userCode,
  parameters.authSession,
  parameters.accessToken,
  parameters.clientAssertion,
].map(({ name }) => name);

/** Codes, handles and tokens travel in bodies and in the Authorization field. */
function secrets({ block, message }: Example, document: DraftDocument): Finding[] {
  if (message.kind !== 'request') return [];
  const query = message.target.split('?')[1] ?? '';
  return Object.keys(membersOf(query))
    .filter((name) => secretNames.includes(name))
    .map((name) =>
      findingIn(document)(
        'secret-in-uri',
        block.line,
        'secrets in the body',
        `${name} in the query`,
        'move it into the body',
      ),
    );
}

/** Within a scenario the handle and the token stay what they were when they were given out. */
function threading(all: readonly Example[], document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  const given = new Map<string, string>();
  return all.flatMap(({ block, message, step }) => {
    const scenario = step?.id.split('/')[0] ?? /^(.*)-[0-9]+-/.exec(block.name)?.[1] ?? '';
    const members = valuesOf(message);
    return [parameters.authSession.name, parameters.accessToken.name].flatMap((name) => {
      const value = members[name];
      if (value === undefined || step?.outcome === 'requestMalformed') return [];
      const key = `${scenario} ${name}`;
      const before = given.get(key);
      given.set(key, before ?? value);
      return before === undefined || before === value
        ? []
        : [
            finding(
              'example-thread',
              block.line,
              `${name} as in the earlier step: ${before.slice(0, 16)}…`,
              value.slice(0, 16),
              'splice the scenario anew',
            ),
          ];
    });
  });
}

function valuesOf(message: HttpMessage): Readonly<Record<string, string | undefined>> {
  const bearer = `${authenticationSchemes.bearer} `;
  const field = message.fields.get(headers.authorization.name.toLowerCase()) ?? '';
  const token = field.startsWith(bearer) ? { [parameters.accessToken.name]: field.slice(bearer.length) } : {};
  if (message.body === undefined) return token;
  if (message.kind === 'request') return { ...membersOf(message.body), ...token };
  const body = jsonOf(message.body) ?? {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
}

function jsonOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined; // an object was asked for
  } catch {
    return undefined; // said elsewhere
  }
}
