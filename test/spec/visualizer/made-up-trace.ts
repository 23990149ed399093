/** A trace of two steps, for tests: one is asked of the server, the other happens where no machine is. */
import type { Trace } from '../../../spec/emit/trace/trace.ts';
import { recordings } from './recorded.ts';

const [story] = recordings.filter(({ scenario }) => scenario === 'kiosk-story');
const issuedStep = story?.steps.find(({ outcome }) => outcome === 'sessionIssued');
if (issuedStep === undefined) throw new Error('the kiosk story begins with a session');
/** The exchange of the kiosk story with which a session is issued. */
export const issued = issuedStep;

export const place = { transaction: 'first', account: 'account', quota: 'quota' };
export const facts = { violation: 'none', client: 'same', option: 'offered', contact: 'onFile', code: 'wrong' };
const absent = 'absent, wrongCodes 0, sends 0, newestCode none';
const identified = 'identified, wrongCodes 0, sends 0, newestCode none, timers transaction';

/** Two steps, one of which nobody sees on the wire. */
export const trace: Trace = {
  id: 'made-up',
  title: 'A made-up attack',
  requirements: ['otp-client/code-unlogged'],
  kind: 'mitigation',
  mitigation: {
    name: 'codeKeptByClient',
    requirement: 'otp-client/code-unlogged',
    description: 'The client keeps the passcode to itself',
  },
  property: {
    name: 'codeStaysWithItsOwner',
    kind: 'safety',
    sentence: 'Nothing is made up.',
    requirements: ['otp-client/code-unlogged', 'transaction/single-grant'],
  },
  world: {
    name: 'nowhere',
    title: 'Where nothing is',
    limits: { startsPerClient: 2 },
    cast: [
      { variable: 'quota', machine: 'quota', starts: 'quiet, starts 0, wrongCodes 0' },
      { variable: 'account', machine: 'account', starts: 'quiet, sends 0, wrongCodes 0' },
      { variable: 'first', machine: 'transaction', starts: absent },
      { variable: 'second', machine: 'transaction', starts: absent },
      { variable: 'kiosk', machine: 'client', starts: 'identifying' },
      { variable: 'stranger knows', starts: 'nothing' },
    ],
  },
  adversary: [{ id: 'A1', sentence: 'Makes things up.' }],
  harm: 'Somebody believes it.',
  steps: [
    {
      number: 1,
      actor: 'kiosk',
      sentence: 'The kiosk starts a transaction.',
      notes: [],
      truth: {},
      transaction: 'first',
      as: 'kiosk',
      exchange: 'identification',
      outcome: 'sessionIssued',
      duties: ['openTransaction'],
      changes: [
        {
          variable: 'quota',
          from: 'quiet, starts 0, wrongCodes 0',
          to: 'counting, starts 1, wrongCodes 0, timers window',
        },
        { variable: 'first', from: absent, to: identified },
        { variable: 'kiosk', from: 'identifying', to: 'choosing' },
      ],
      server: [{ at: place, exchange: 'identification', facts, outcome: 'sessionIssued' }],
      parties: [{ variable: 'kiosk', event: 'session.received', facts: { issuer: 'expected' } }],
      messages: { request: issued.request, response: issued.response, sources: [issued.id] },
    },
    {
      number: 2,
      actor: 'stranger',
      sentence: 'The stranger reads the log of the kiosk.',
      notes: ['The passcode becomes known to somebody who was neither sent nor given it.'],
      truth: { leaked: true },
      duties: [],
      changes: [{ variable: 'stranger knows', from: 'nothing', to: 'newest' }],
      server: [],
      parties: [],
    },
  ],
  attempt: [
    {
      happens: true,
      actor: 'kiosk',
      sentence: 'The kiosk starts a transaction.',
      notes: [],
      truth: {},
      transaction: 'first',
      exchange: 'identification',
      outcome: 'sessionIssued',
      duties: ['openTransaction'],
      changes: [
        {
          variable: 'quota',
          from: 'quiet, starts 0, wrongCodes 0',
          to: 'counting, starts 1, wrongCodes 0, timers window',
        },
        { variable: 'first', from: absent, to: identified },
        { variable: 'kiosk', from: 'identifying', to: 'choosing' },
      ],
      server: [{ at: place, exchange: 'identification', facts, outcome: 'sessionIssued' }],
      parties: [{ variable: 'kiosk', event: 'session.received', facts: { issuer: 'expected' } }],
    },
    { happens: false, actor: 'stranger', sentence: 'The stranger reads the log of the kiosk.', why: 'notHere' },
  ],
};
/** The trace with another first step. */
export const otherwise = (changes: Partial<Trace['steps'][number]>): Trace => ({
  ...trace,
  steps: trace.steps.map((step, at) => (at === 0 ? { ...step, ...changes } : step)),
});
