/** The form in which a suite hands a failed check to the visualizer, as JSON Schema: every word that may stand in it. */
import { limits, type MachineName, machineDefinitions, requirements } from '../../../model/index.ts';
import { suiteInputNames } from '../../verify/suite/suite-input.ts';
import { secretPattern, wordsLimit } from '../../visualizer/failure/failed-check.ts';
import { exchangeNames, factChoices } from '../../visualizer/run/step.ts';

export const failedCheckSchemaPath = 'site/failed-check.schema.json';

/** JSON Schema 2020-12 of a failed check. */
export const failedCheckSchema = (digest: string): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Failed check',
  description: 'How a check was played, where the server answered otherwise, and what was expected and received there.',
  type: 'object',
  additionalProperties: false,
  required: ['machines', 'title', 'steps', 'divergesAt', 'expected', 'received'],
  properties: {
    machines: {
      description: 'Digest of the machines that the suite was made from, or its first twelve characters.',
      type: 'string',
      pattern: '^[0-9a-f]{12,64}$',
      examples: [digest],
    },
    title: { description: 'What the check is called.', ...words },
    limits: {
      description: 'Limits of the policy that are not the recommended ones.',
      ...closed(
        Object.fromEntries(
          Object.entries(limits).map(([name, { minimum, maximum }]) => [name, { type: 'integer', minimum, maximum }]),
        ),
        [],
      ),
    },
    steps: {
      description: 'What was done, from a server at which nothing has happened.',
      type: 'array',
      maxItems: 500,
      items: { anyOf: [suiteInput, wait, ...exchangeNames.map(requestSchema), ...machines.map(eventSchema)] },
    },
    divergesAt: {
      description:
        'Which of the things done was answered otherwise; the first is 1. Each of "times" counts, "untilSeconds" does not.',
      type: 'integer',
      minimum: 1,
      maximum: 500,
    },
    expected: { description: 'Status and error code, or whatever was expected, in a few words.', ...words },
    received: { description: 'What came instead, in a few words.', ...words },
    requirement: { description: 'The sentence that is not kept.', enum: Object.keys(requirements) },
  },
});

const closed = (properties: Readonly<Record<string, object>>, required: readonly string[]): object => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

/** Nothing that looks like a passcode, a token or a handle. */
const words = { type: 'string', maxLength: wordsLimit, pattern: '^[^\\r\\n]*$', not: { pattern: secretPattern } };

const suiteInput = {
  description: 'An input of tests/complete-suite.json, with what is special about it.',
  ...closed(
    {
      input: { enum: suiteInputNames },
      times: { type: 'integer', minimum: 1, maximum: 500 },
      bodyBytes: { type: 'integer', minimum: 0 },
      assertionLifeSeconds: { type: 'integer', minimum: 0 },
    },
    ['input'],
  ),
};

const wait = {
  description: 'Time passes until so many seconds after the first step.',
  ...closed({ untilSeconds: { type: 'integer', minimum: 0 } }, ['untilSeconds']),
};

function requestSchema(exchange: (typeof exchangeNames)[number]): object {
  return {
    description: `A request of the ${exchange} exchange; facts that are not said are the first of their values.`,
    ...closed(
      {
        request: { const: exchange },
        facts: closed(choicesOf(factChoices(exchange)), []),
        by: { enum: ['client', 'adversary'] },
      },
      ['request'],
    ),
  };
}

const machines = Object.keys(machineDefinitions) as readonly MachineName[]; // own keys

function eventSchema(machine: MachineName): object {
  return {
    description: `Something that happens to the ${machine} machine: a timer that ends, a message that arrives.`,
    anyOf: Object.entries(machineDefinitions[machine].events).map(([event, { attributes }]) =>
      closed({ machine: { const: machine }, event: { const: event }, attributes: closed(choicesOf(attributes), []) }, [
        'machine',
        'event',
      ]),
    ),
  };
}

const choicesOf = (choices: Readonly<Record<string, readonly string[]>>): Record<string, object> =>
  Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, { enum: values }]));
