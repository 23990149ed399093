/** The format of traces and of their index, so that programs in other languages can read them with generated types. */
import {
  allMitigations,
  duties,
  exchanges,
  limits,
  livenessProperties,
  machineDefinitions,
  outcomes,
  requirements,
  worldProperties,
} from '../../../model/index.ts';
import { residualRisks } from '../../verify/check/residual.ts';
import { capabilities } from '../../verify/world/adversary.ts';
import type { Credentials } from '../../verify/world/rule.ts';
import { riskyWorlds, worlds } from '../../verify/world/worlds.ts';
import { closed, text } from '../schema-parts.ts';
import { partyWords } from './notes.ts';

const credentials = ['kiosk', 'stranger', 'claimed', 'replayed'] as const satisfies readonly Credentials[];

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
      world: traceWorld(),
      adversary: list(
        closed('A capability of the adversary.', {
          id: oneOf(capabilities, 'A for what the protocol withstands, R for what it does not.'),
          sentence: text('What the adversary can do.'),
        }),
        'All capabilities that the steps need.',
      ),
      steps: list({ $ref: '#/$defs/step' }, 'The way, in order; none is superfluous.', 1),
      attempt: list(
        { $ref: '#/$defs/attempt' },
        'The same steps tried with every mitigation on. There when the kind is mitigation.',
        1,
      ),
      harm,
    },
    ['mitigation', 'risk', 'attempt'],
  ),
  $defs: { step: step(), attempt: attempt(), serverRun: serverRun(), partyRun: partyRun(), messages: messages() },
});

const traceWorld = () =>
  closed('Where it happens, with all that is needed to run its machines again.', {
    name: oneOf({ ...worlds, ...riskyWorlds }, 'Its name.'),
    title: text('What happens there, as a heading.'),
    limits: {
      type: 'object',
      propertyNames: { enum: Object.keys(limits) },
      additionalProperties: { type: 'integer' },
      description: 'Limits of the policy that are not the recommended ones.',
    },
    cast: list(
      closed(
        'Something that can change.',
        {
          variable: text('Its name.'),
          machine: oneOf(
            machineDefinitions,
            'The machine whose state it is, as in machines/; absent for what is none.',
          ),
          starts: text('Its first value. That of a machine is its state, its variables, and the timers that run.'),
        },
        ['machine'],
      ),
      'Everything that can change: transactions, budgets, parties, and what somebody knows.',
      1,
    ),
  });

const happening = () =>
  closed('What happens to a machine without a request: the end of a timer, a denial.', {
    machine: oneOf(machineDefinitions, 'The machine.'),
    name: text('The event.'),
  });
const facts = {
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'What the server finds to be so.',
};

/** The members of a step of a trace and of one that was tried again. */
const eventMembers = () => ({
  actor: oneOf(partyWords, 'Who acts. The stranger is the adversary.'),
  sentence: text('What happens.'),
  notes: list(text('A sentence.'), 'What is true of the step and shows in no message.'),
  transaction: text('The transaction that the step is about, by its name in the world.'),
  as: { type: 'string', enum: credentials, description: 'As whom somebody comes to an endpoint.' },
  exchange: oneOf(exchanges, 'What is asked.'),
  outcome: oneOf(outcomes, 'What it is answered with.'),
  event: happening(),
  duties: list(oneOf(duties, 'A duty.'), 'What the step makes the authorization server do.'),
  truth: { type: 'object', description: 'What is true of the step, whatever the machines believe, as data.' },
  changes: list(
    closed('A variable of the world that changes.', {
      variable: text('A transaction, an account, a quota or a party by its name in the world, or what somebody has.'),
      from: text('The value before.'),
      to: text('The value after.'),
    }),
    'What changes.',
  ),
  server: list({ $ref: '#/$defs/serverRun' }, 'What the machines of the server were asked or told.'),
  parties: list({ $ref: '#/$defs/partyRun' }, 'What the machines of parties were told.'),
});
const optionalMembers = ['transaction', 'as', 'exchange', 'outcome', 'event'] as const;

const step = () =>
  closed(
    'One step: who does what, and what changes.',
    {
      number: { type: 'integer', minimum: 1, description: 'From 1.' },
      ...eventMembers(),
      capability: oneOf(capabilities, 'What the adversary has to be able to do for this step.'),
      messages: { $ref: '#/$defs/messages' },
    },
    [...optionalMembers, 'capability', 'messages'],
  );

const attempt = () => ({
  description: 'A step tried with every mitigation on: what happens then, or that it cannot.',
  oneOf: [
    closed('It happens, perhaps otherwise.', { happens: { const: true }, ...eventMembers() }, [...optionalMembers]),
    closed('It cannot happen.', {
      happens: { const: false },
      actor: oneOf(partyWords, 'Who would have acted.'),
      sentence: text('What would have happened.'),
      why: {
        type: 'string',
        enum: ['never', 'notHere'],
        description: 'Nothing of the kind happens in the whole world; or what led to it is missing.',
      },
    }),
  ],
});

const serverRun = () =>
  closed(
    'What the machines of the server at one place were asked, or told.',
    {
      at: closed('The variables that hold the machines.', {
        transaction: text('Of the transaction.'),
        account: text('Of the account.'),
        quota: text("Of the client's quota."),
      }),
      exchange: oneOf(exchanges, 'What is asked.'),
      facts,
      outcome: oneOf(outcomes, 'What it is answered with.'),
      event: happening(),
      readBefore: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'States that were read before and are worked on, where they are not those of now.',
      },
    },
    ['exchange', 'facts', 'outcome', 'event', 'readBefore'],
  );

const partyRun = () =>
  closed('What the machine of a party was told.', {
    variable: text('The variable that holds its state.'),
    event: text('The event.'),
    facts: { ...facts, description: 'The attributes of the event.' },
  });

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
