/** The format of the test paths, so that programs in other languages can read them with generated types. */
import {
  errors,
  exchanges,
  type LimitName,
  limits,
  outcomes,
  requirements,
  restingStates,
  transaction,
  type Variable,
} from '../../model/index.ts';
import { closed, oneOf, text } from './schema-parts.ts';

/** The schema, as JSON Schema 2020-12. */
export const testPathsSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://otp-flow.example/tests/test-paths.schema.json',
  title: 'TestPaths',
  ...closed('Test paths through a machine: what happens, and what is to be expected after each step.', {
    machine: { const: transaction.id },
    digest: {
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the definition of the machine, to tell paths of another version.',
    },
    policy: closed('What the server under test has to be set to.', {
      limits: limitsSchema(),
    }),
    paths: { type: 'array', minItems: 1, items: { $ref: '#/$defs/path' } },
    leftOut: {
      type: 'array',
      items: text('State and event.'),
      description: 'Steps that the machine answers and that cannot really happen.',
    },
  }),
  $defs: {
    path: closed('One path, from the first state.', {
      id: text('Unique in this file.'),
      title: text('What the path shows, as a sentence.'),
      requirements: {
        type: 'array',
        minItems: 1,
        items: { type: 'string', enum: Object.keys(requirements) },
        description: 'What the last step shows.',
      },
      steps: { type: 'array', minItems: 1, items: { $ref: '#/$defs/step' } },
    }),
    step: closed(
      'One step: what happens, what it is answered with, and what comes of it.',
      {
        event: { $ref: '#/$defs/event' },
        exchange: oneOf([...Object.keys(exchanges), 'timer', 'denial'], 'What the event is in the world.'),
        outcome: oneOf(Object.keys(outcomes), 'What a request is answered with.'),
        status: { type: 'integer', enum: [...new Set(Object.values(outcomes).map(({ status }) => status))].sort() },
        error: oneOf(
          Object.values(errors).map(({ name }) => name),
          'The error code on the wire.',
        ),
        state: oneOf(restingStates(transaction.states), 'The state after the step.'),
        context: closed('The variables after the step.', variables()),
      },
      ['outcome', 'status', 'error'],
    ),
    event: {
      oneOf: Object.entries(transaction.events).map(([type, { attributes, description }]) =>
        closed(description, {
          type: { const: type },
          ...Object.fromEntries(
            Object.entries<readonly string[]>(attributes).map(([name, values]) => [name, { enum: values }]),
          ),
        }),
      ),
    },
  },
});

/** A value for every limit of the policy. */
export const limitsSchema = () =>
  closed(
    'A value for every limit.',
    Object.fromEntries((Object.keys(limits) as LimitName[]).map((name) => [name, limitSchema(name)])), // own keys
  );

const limitSchema = (name: LimitName) => ({
  type: 'integer',
  minimum: limits[name].minimum,
  maximum: limits[name].maximum,
  description: `The ${limits[name].description}.`,
});

function variables(): Record<string, object> {
  const schemaOf = ({ description, ...variable }: Variable) =>
    variable.kind === 'counter'
      ? { type: 'integer', minimum: 0, description }
      : { type: 'string', enum: variable.values, description };
  return Object.fromEntries(
    Object.entries<Variable>(transaction.variables).map(([name, one]) => [name, schemaOf(one)]),
  );
}
