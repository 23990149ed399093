/** Names, numbers, hosts and telephone numbers in the draft's prose and examples. */
import * as model from '../../../model/index.ts';
import { unfold } from '../../emit/draft/fold.ts';
import type { Finding } from '../finding.ts';
import type { DraftDocument } from './document.ts';
import { findingIn } from './lint-finding.ts';
import { wireNames } from './wire-names.ts';

/** Shapes that only names on the wire have: words joined by underscores. */
const wireLike = /^[a-z]+(?:_[a-z0-9]+)+$/;

const known: ReadonlySet<string> = new Set([
  ...wireNames(),
  ...Object.values(model.endpoints).map(({ name }) => name),
  ...Object.values(model.subjectIdentifierFormats).flatMap(({ members }) => [...members]),
]);

/** Names in the prose that look as if they travelled, and do not. */
export const unknownNames = (document: DraftDocument): Finding[] =>
  document.prose.flatMap(({ text, line }) =>
    [...text.matchAll(/`([^`]+)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => wireLike.test(name) && !known.has(name))
      .map((name) =>
        findingIn(document)(
          'name-unknown',
          line,
          'a name of the vocabulary',
          name,
          'correct the name, or add a row to the vocabulary',
        ),
      ),
  );

/** Names that no example shows, and why that is so. */
const unshown = new Map<string, string>([
  [model.parameters.uiLocales.name, 'optional, and changes the message alone'],
  [model.parameters.deliveryHint.name, 'optional, and off by default'],
  [model.parameters.errorUri.name, 'optional, and not used by the implementation'],
]);

/** Every parameter and error is shown in an example, or has a reason not to be. */
export function shownNames(document: DraftDocument): Finding[] {
  const texts = document.blocks.map(({ text }) => unfold(text)).join('\n');
  const rows = [...Object.values(model.parameters), ...Object.values(model.errors)];
  return rows
    .map(({ name }) => name)
    .filter((name) => !unshown.has(name) && !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(texts))
    .map((name) =>
      findingIn(document)('name-unshown', 1, `an example with ${name}`, 'none', 'show a recorded step that has it'),
    );
}

const unitSeconds: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
  minute: 60,
  minutes: 60,
  hour: 3_600,
  hours: 3_600,
  day: 86_400,
  days: 86_400,
};

const duration = /\b(\d[\d,]*) ?(s|sec|seconds?|minutes?|hours?|days?)\b/g;

/** What a sentence can be about, and the limits whose values it may then state. */
const subjects: readonly (readonly [RegExp, RegExp])[] = [
  [/\baccess token/i, /^accessToken/],
  [/\btransaction/i, /^(?:transaction|.*CodeLife|resend)/],
  [/\b(?:again|resend)/i, /^(?:resend|.*CodeLife)/],
  [/\b(?:passcode|code)s?\b/i, /CodeLife/],
];

/** Durations that contradict the limits of what the sentence is about. Tables of limits have rows of their own. */
export const contradictedNumbers = (document: DraftDocument): Finding[] =>
  document.prose.flatMap(({ text, line }) => {
    if (text.startsWith('|')) return [];
    const about = subjects.find(([pattern]) => pattern.test(text))?.[1] ?? /./;
    const allowed = Object.entries(model.limits)
      .filter(([name, { unit }]) => unit === 'seconds' && about.test(name))
      .flatMap(([, row]) => [row.default, row.minimum, row.maximum]);
    return [...text.matchAll(duration)]
      .filter(([, count = '', unit = '']) => {
        const seconds = Number(count.replaceAll(',', '')) * (unitSeconds[unit] ?? 0);
        return !(allowed as readonly number[]).includes(seconds);
      })
      .map(([found]) =>
        findingIn(document)(
          'number-contradicted',
          line,
          'a value of the limits that the sentence is about',
          found,
          'splice the number',
        ),
      );
  });

/** Hosts that are no example: the places where documents are. */
const documentHosts = /(?:^|\.)(?:rfc-editor\.org|ietf\.org|datatracker\.ietf\.org|openid\.net|iana\.org|w3\.org)$/;
const reserved = /(?:^|\.)(?:example|test|invalid|localhost)$|(?:^|\.)example\.(?:com|net|org)$/;
const fictional = /^\+?1[ -]?202[ -]?555[ -]?01\d\d$/;

/** Hosts, addresses and telephone numbers are reserved ones. */
export function reservedOnly(document: DraftDocument): Finding[] {
  const finding = findingIn(document);
  const texts = [
    ...document.prose.map(({ text, line }) => ({ text, line })),
    ...document.blocks.map(({ text, line }) => ({ text: decoded(unfold(text)), line })),
  ];
  return texts.flatMap(({ text, line }) => [
    ...[...text.matchAll(/(?:https?:\/\/|[\w.+-]+@|^Host: |@(?=[a-z0-9-]+\.))([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gim)]
      .map(([, host = '']) => host.toLowerCase())
      .filter((host) => !reserved.test(host) && !documentHosts.test(host))
      .map((host) =>
        finding('host-real', line, 'a host that is reserved for examples', host, 'use one below .example'),
      ),
    ...[...text.matchAll(/\+\d[\d -]{7,16}\d/g)]
      .map(([phone]) => phone)
      .filter((phone) => !fictional.test(phone))
      .map((phone) =>
        finding('phone-real', line, 'a fictional number: +1 202 555 01xx', phone, 'use a fictional number'),
      ),
  ]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%2B'));
  } catch {
    return text; // not a form, or a broken one, which is said elsewhere
  }
}
