/** Tables of parameters and members, of the errors of an endpoint, and of all errors. */
import {
  type AdmissionRule,
  admissionRuleNames,
  admissionRules,
  type ExchangeName,
  type ExchangeRow,
  errors,
  exchanges,
  type MessageName,
  type MessageRow,
  messages,
  parameters,
  type Row,
} from '../../../model/index.ts';
import { type Answer, answersOf } from '../answers.ts';
import { type JsonSchema, messageSchemas } from '../json-schema.ts';
import { answerInlines } from './answer-inlines.ts';
import type { Block, Inlines } from './tree.ts';
import { code, text } from './tree.ts';
import { sourceInlines } from './vocabulary-tables.ts';
import { modelText } from './words.ts';

/** Stated once for all requests, in the section on client authentication. */
const authenticationParameters: ReadonlySet<string> = new Set([
  parameters.clientId.name,
  parameters.clientAssertion.name,
  parameters.clientAssertionType.name,
]);

/** A message's name as prose has it: `OTP authorization request`. */
export const messageWords = (name: MessageName): string =>
  messages[name].file.replaceAll('-', ' ').replace(/^otp/, 'OTP');

/** The members of a message, or of a `deliveryOption` inside of one; undefined for another name. */
export function membersTable(name: string): Block | undefined {
  if (name === 'deliveryOption') {
    const schema = messageSchemas().otpAuthorizationResponse.$defs?.DeliveryOption;
    return schema === undefined ? undefined : members(name, 'Members of a delivery option', schema, false);
  }
  if (!Object.hasOwn(messages, name)) return undefined;
  const message = name as MessageName; // an own key
  const { carrier }: MessageRow = messages[message];
  const title = `${carrier === 'form' ? 'Parameters' : 'Members'} of the ${messageWords(message)}`;
  return members(name, title, messageSchemas()[message], carrier === 'form');
}

/**
 * The parameters of one exchange, where its message serves several: those that it needs, and the optional ones that are
 * named; undefined for names that are none.
 */
export function parametersTable(exchange: string, optional: readonly string[]): Block | undefined {
  if (!Object.hasOwn(exchanges, exchange) || !optional.every((name) => Object.hasOwn(parameters, name)))
    return undefined;
  const { request, needs = [] }: ExchangeRow = exchanges[exchange as ExchangeName]; // an own key
  if (request === undefined) return undefined;
  const nameOf = (key: string) => parameters[key as keyof typeof parameters].name; // own keys, both
  const { properties = {}, required = [] } = messageSchemas()[request];
  const needed = [...required, ...needs.map(nameOf)];
  const shown = new Set([...needed, ...optional.map(nameOf)]);
  const chosen = Object.entries(properties).filter(([member]) => shown.has(member));
  const words = exchange === 'redemption' ? messageWords(request) : `${exchange} request`;
  return members(
    exchange,
    `Parameters of the ${words}`,
    { properties: Object.fromEntries(chosen), required: needed },
    true,
  );
}

function members(
  name: string,
  title: string,
  { properties = {}, required = [] }: JsonSchema,
  isRequest: boolean,
): Block {
  return {
    kind: 'table',
    anchor: `tab-members-${kebab(name)}`,
    title,
    head: ['Name', 'Needed', 'Meaning', 'Defined in'],
    rows: Object.entries(properties)
      .filter(([member]) => !isRequest || !authenticationParameters.has(member))
      .map(([member, { description = '' }]) => [
        [code(member)],
        [text(required.includes(member) ? 'yes' : 'no')],
        modelText(description),
        sourceOf(member),
      ]),
  };
}

function sourceOf(member: string): Inlines {
  const row = Object.values<Row>(parameters).find(({ name }) => name === member);
  return row === undefined ? [] : sourceInlines(row.source);
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const requesting = ['identification', 'delivery', 'redemption'] as const satisfies readonly ExchangeName[];

const endpointWords = {
  identification: 'OTP authorization',
  delivery: 'OTP delivery',
  redemption: 'token',
  refresh: 'token',
  revocation: 'revocation',
  introspection: 'introspection',
  metadata: 'metadata',
  keys: 'keys',
  usage: 'resource',
} as const satisfies Record<ExchangeName, string>;

/** Whether a state of something decided, and not a rule at the entrance alone. */
const isDecided = ({ answeredBy }: Answer): boolean => answeredBy.some(({ kind }) => kind === 'transition');

/** What an endpoint answers beside the errors that all three endpoints have in common; undefined for another name. */
export function errorsOfTable(exchange: string): Block | undefined {
  const known = [...requesting, 'refresh' as const].find((name) => name === exchange);
  if (known === undefined) return undefined;
  const shown = answersOf(known).filter(
    (answer) => answer.row.error !== undefined && (isDecided(answer) || !isCommon(answer.row.error)),
  );
  return {
    kind: 'table',
    anchor: `tab-errors-${known}`,
    title: known === 'refresh' ? 'Errors of a refresh' : `Errors of the ${endpointWords[known]} endpoint`,
    head: ['Error', 'Status', 'When'],
    rows: shown.map(({ row }) => [
      row.error === undefined ? [] : [code(errors[row.error].name)],
      [text(String(row.status))],
      modelText(row.words),
    ]),
  };
}

const isCommon = (error: string): boolean =>
  requesting.every((exchange) => answersOf(exchange).some(({ row }) => row.error === error));

/** Every error code with where it can be received. */
export const errorsTable = (): Block => ({
  kind: 'table',
  anchor: 'tab-errors',
  title: 'Error codes',
  head: ['Error', 'Meaning', 'Received from', 'Defined in'],
  rows: Object.entries(errors).map(([name, { name: wire, description, source }]): Inlines[] => {
    const from = (Object.keys(endpointWords) as ExchangeName[]) // own keys
      .filter((exchange) => answersOf(exchange).some(({ row }) => row.error === name))
      .map((exchange) => endpointWords[exchange]);
    return [[code(wire)], modelText(description), [text([...new Set(from)].join(', '))], sourceInlines(source)];
  }),
});

/** The rules that a request is held against before anything is looked up, in order. */
export const entranceTable = (): Block => ({
  kind: 'table',
  anchor: 'tab-entrance',
  title: 'Checks of a request, in order',
  head: ['Check', 'Endpoints', 'Answer'],
  rows: admissionRuleNames
    .map((name) => admissionRules[name] satisfies AdmissionRule)
    .flatMap(({ requirement, appliesTo, outcome }): Inlines[][] => {
      const where = requesting.filter((exchange) => (appliesTo as readonly ExchangeName[]).includes(exchange)); // widened from the row's literal list
      const words = where.length === requesting.length ? 'all' : where.map((one) => endpointWords[one]).join(', ');
      return where.length === 0
        ? []
        : [[[{ kind: 'requirement', id: requirement }], [text(words)], answerInlines(outcome)]];
    }),
});
