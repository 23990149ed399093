/** The format of traces and of their index, so that programs in other languages can read them with generated types. */
import {
  allMitigations,
  duties,
  exchanges,
  livenessProperties,
  outcomes,
  requirements,
  worldProperties,
} from '../../../model/index.ts';
import { residualRisks } from '../../verify/check/residual.ts';
import { capabilities } from '../../verify/world/adversary.ts';
import { riskyWorlds, worlds } from '../../verify/world/worlds.ts';
import { closed, text } from '../schema-parts.ts';
import { partyWords } from './notes.ts';

const oneOf = (table: object, description: string) => ({ type: 'string', enum: Object.keys(table), description });
const list = (items: object, description: string, minItems = 0) => ({ type: 'array', minItems, items, description });
const requirementIds = (description: string) =>
  list({ type: 'string', enum: Object.keys(requirements) }, description, 1);
const fields = { type: 'object', additionalProperties: { type: 'string' }, description: 'Header fields.' };

const id = text('Name of the file below traces/, without its extension.');
const title = text('The attack, as a heading.');
const kind = {
  type: 'string',
  enum: ['mitigation', 'risk'],
  description: 'Whether a mitigation is switched off, or all are on and something remains all the same.',
};
const harm = text('What comes of it for somebody, as a sentence.');
const argues = 'What the trace argues for; for a risk, what the broken property stands for.';

/** The schema of one trace, as JSON Schema 2020-12. */
export const traceSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://otp-flow.example/traces/trace.schema.json',
  title: 'Trace',
  ...closed(
    'A shortest attack, step by step, told to somebody who has never seen the model.',
    {
      id,
      title,
      requirements: requirementIds(argues),
      kind,
      mitigation: closed('What is switched off. There when the kind is mitigation.', {
        name: oneOf(allMitigations, 'The switch.'),
        requirement: oneOf(requirements, 'The sentence of the specification that demands it.'),
        description: text('What it does when it is on.'),
      }),
      risk: closed('What remains. There when the kind is risk.', {
        name: oneOf(residualRisks, 'Its name.'),
        answer: text('What bounds the damage.'),
      }),
      property: closed('The property that the last step breaks.', {
        name: oneOf({ ...worldProperties, ...livenessProperties }, 'Its name.'),
        kind: {
          type: 'string',
          enum: ['safety', 'liveness'],
          description: 'Whether something happens that must not, or something good can never happen any more.',
        },
        sentence: text('What holds with every mitigation on.'),
        requirements: requirementIds('The sentences of the specification that it stands for.'),
      }),
      world: closed('Where it happens.', {
        name: oneOf({ ...worlds, ...riskyWorlds }, 'Its name.'),
        title: text('What happens there, as a heading.'),
      }),
      adversary: list(
        closed('A capability of the adversary.', {
          id: oneOf(capabilities, 'A for what the protocol withstands, R for what it does not.'),
          sentence: text('What the adversary can do.'),
        }),
        'All capabilities that the steps need.',
      ),
      steps: list({ $ref: '#/$defs/step' }, 'The way, in order; none is superfluous.', 1),
      harm,
    },
    ['mitigation', 'risk'],
  ),
  $defs: { step: step(), messages: messages() },
});

function step() {
  return closed(
    'One step: who does what, and what changes.',
    {
      number: { type: 'integer', minimum: 1, description: 'From 1.' },
      actor: oneOf(partyWords, 'Who acts. The stranger is the adversary.'),
      sentence: text('What happens.'),
      notes: list(text('A sentence.'), 'What is true of the step and shows in no message.'),
      capability: oneOf(capabilities, 'What the adversary has to be able to do for this step.'),
      transaction: text('The transaction that the step is about, by its name in the world.'),
      exchange: oneOf(exchanges, 'What is asked.'),
      outcome: oneOf(outcomes, 'What it is answered with.'),
      event: closed('What happens to a machine without a request: the end of a timer, a denial.', {
        machine: text('The machine.'),
        name: text('The event.'),
      }),
      duties: list(oneOf(duties, 'A duty.'), 'What the step makes the authorization server do.'),
      truth: { type: 'object', description: 'What is true of the step, whatever the machines believe, as data.' },
      changes: list(
        closed('A variable of the world that changes.', {
          variable: text(
            'A transaction, an account, a quota or a party by its name in the world, or what somebody has.',
          ),
          from: text('The value before.'),
          to: text('The value after.'),
        }),
        'What changes.',
      ),
      messages: { $ref: '#/$defs/messages' },
    },
    ['capability', 'transaction', 'exchange', 'outcome', 'event', 'messages'],
  );
}

function messages() {
  return closed('The HTTP messages of a request: recorded ones, with the values of this trace put in.', {
    request: closed(
      'The request.',
      {
        method: text('Its method.'),
        path: text('Path and query.'),
        headers: fields,
        body: { type: 'string', description: 'A form. Absent when there is no body.' },
      },
      ['body'],
    ),
    response: closed(
      'The response.',
      {
        status: { type: 'integer', minimum: 100, maximum: 599, description: 'Its status code.' },
        headers: fields,
        body: { type: 'string', description: 'JSON. Absent when there is no body.' },
      },
      ['body'],
    ),
    sources: list(text('Id of a recorded exchange.'), 'What the two were made from.', 1),
  });
}

/** The schema of the index, as JSON Schema 2020-12. */
export const traceIndexSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://otp-flow.example/traces/index.schema.json',
  title: 'TraceIndex',
  ...closed('All traces.', {
    traces: list(
      closed('One trace.', {
        id,
        title,
        kind,
        requirements: requirementIds(argues),
        property: oneOf({ ...worldProperties, ...livenessProperties }, 'The property that breaks.'),
        world: oneOf({ ...worlds, ...riskyWorlds }, 'Where.'),
        steps: { type: 'integer', minimum: 1, description: 'How many steps it has.' },
        harm,
      }),
      'Mitigations first, then what remains; each in the order of the model.',
      1,
    ),
  }),
});
