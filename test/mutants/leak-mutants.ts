/** Servers that tell more than they may: who is known, what is on file, what comes next; or leave it to chance too little. */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Randomness } from '../../server/ports.ts';
import { type Mutant, mutantsOf, type Plant, row } from './mutant.ts';
import type { WireRequest } from './wire-door.ts';
import { answering, formOf, isAt, jsonOf, namedCustomer, refusing, replying } from './wire-edits.ts';

const uniform = ['otp-authorization-response/uniform'] as const;

const isKnown = (request: WireRequest): boolean => namedCustomer(request) !== undefined;

const chance = (change: (length: number, right: Randomness) => Uint8Array): Plant => ({
  parts: (parts) => ({
    ...parts,
    ports: { ...parts.ports, randomness: { bytes: (length) => change(length, parts.ports.randomness) } },
  }),
});

/** Handles are drawn with this many bytes; passcodes with fewer at a time. */
const handleBytes = 32;

/** Handles of another form on the wire, for those that the server gave out. */
const handles = (shorter: (handle: string, count: number) => string): Plant => ({
  wire: () => {
    const right = new Map<string, string>();
    return {
      request: (request) => {
        const form = formOf(request);
        const handle = right.get(form.get('auth_session') ?? '');
        if (handle === undefined || !isAt(request, 'delivery', 'redemption')) return;
        form.set('auth_session', handle);
        request.body = Buffer.from(form.toString());
        delete request.headers['content-length'];
      },
      answer: (answer, request) => {
        const body = jsonOf(answer);
        if (!isAt(request, 'identification') || typeof body.auth_session !== 'string') return;
        const shown = shorter(body.auth_session, right.size);
        right.set(shown, body.auth_session);
        answer.body = JSON.stringify({ ...body, auth_session: shown });
      },
    };
  },
});

const slower = (milliseconds: number, is: (request: WireRequest) => boolean): Plant =>
  answering(['identification'], async (_answer, request) => {
    if (is(request)) await delay(milliseconds);
  });

export const leakMutants: readonly Mutant[] = [
  ...mutantsOf('leak', {
    'unknown-refused': row(
      'refuses subjects that it does not know',
      uniform,
      answering(['identification'], (answer, request) => {
        if (answer.status === 200 && !isKnown(request)) {
          Object.assign(answer, {
            status: 400,
            body: '{"error":"invalid_request","error_description":"Nobody is known"}',
          });
        }
      }),
    ),
    'unknown-lives-shorter': row(
      'gives transactions about nobody a shorter life',
      uniform,
      replying('identification', (body, request) => {
        if (!isKnown(request)) body.expires_in = Number(body.expires_in) - 1;
      }),
    ),
    'unknown-has-a-member-more': row(
      'has a member more in answers about nobody',
      uniform,
      replying('identification', (body, request) => {
        if (!isKnown(request)) body.matched = false;
      }),
    ),
    'unknown-has-a-header': row(
      'has a header field more in answers about somebody',
      uniform,
      answering(['identification'], (answer, request) => {
        if (isKnown(request)) answer.headers['x-cache'] = 'HIT';
      }),
    ),
    'options-on-file': row(
      'offers only the methods for which there is a contact',
      ['otp-authorization-response/generic-options', 'otp-authorization-response/no-account-data'],
      replying('identification', (body, request) => {
        const subId = formOf(request).get('sub_id') ?? '';
        if (subId.includes('4002-220-31')) body.delivery_options = [{ id: 'email', method: 'email' }];
      }),
    ),
    'ambiguous-refused': row(
      'says that a subject fits more than one customer',
      uniform,
      answering(['identification'], (answer, request) => {
        if (!(formOf(request).get('sub_id') ?? '').includes('7 Twin Court') || answer.status !== 200) return;
        Object.assign(answer, { status: 400, body: '{"error":"invalid_request","error_description":"More than one"}' });
      }),
    ),
    'code-in-description': row(
      'tells in a description how near a wrong passcode was',
      ['error-response/leaks-nothing'],
      refusing('invalid_user_code', (_answer, body) => {
        body.error_description = `The passcode is wrong by ${Math.floor(performance.now()) % 1000}`;
      }),
    ),
    'failure-told-apart': row(
      'tells clients that do not exist from those with a wrong secret',
      ['error-response/leaks-nothing'],
      answering(['identification', 'delivery', 'redemption'], (answer, request) => {
        const given = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
        if (answer.status === 401 && given.startsWith('energy-auditor:'))
          answer.body = answer.body.replace('failed', 'failed: wrong secret');
      }),
    ),
    'short-sessions': row(
      'numbers its sessions',
      ['otp-authorization-response/session-entropy'],
      handles((_handle, count) => String(1_000 + count)),
    ),
    'sessions-in-a-row': row(
      'counts in sessions that are long enough',
      ['otp-authorization-response/session-entropy'],
      handles((_handle, count) => `session-${String(count).padStart(40, '0')}`),
    ),
    'little-chance': row(
      'draws sessions from a few',
      ['otp-authorization-response/session-entropy'],
      (() => {
        let draws = 0;
        return chance((length, right) => {
          if (length !== handleBytes) return right.bytes(length);
          draws += 1;
          const seed = createHash('sha256')
            .update(`${Math.floor(draws / 4)}`)
            .digest();
          return Buffer.concat([seed.subarray(0, 31), Buffer.of(draws % 256)]);
        });
      })(),
    ),
    'one-code-for-all': row(
      'gives everybody the same passcode',
      ['passcode/randomness'],
      chance((length, right) => (length === handleBytes ? right.bytes(length) : new Uint8Array(length).fill(7))),
    ),
    'codes-of-two-digits': row(
      'draws passcodes from two digits',
      ['passcode/randomness'],
      chance((length, right) =>
        length === handleBytes
          ? right.bytes(length)
          : right.bytes(length).map((byte, at) => (at === length - 1 ? byte % 2 : 0)),
      ),
    ),
  }),
  ...mutantsOf('time', {
    'unknown-slower': row(
      'takes longer for subjects that it does not know',
      ['otp-authorization-response/uniform-time'],
      slower(12, (request) => !isKnown(request)),
    ),
    'known-slower': row(
      'takes longer for subjects that it knows',
      ['otp-authorization-response/uniform-time'],
      slower(12, isKnown),
    ),
    'known-a-little-slower': row(
      'takes eight milliseconds longer for subjects that it knows',
      ['otp-authorization-response/uniform-time'],
      slower(8, isKnown),
    ),
    'sends-before-it-answers': row(
      'hands a message over before it answers',
      ['otp-delivery-response/uniform', 'otp-authorization-response/uniform-time'],
      {
        parts: (parts) => ({
          ...parts,
          gateway: {
            hand: async (message) => {
              await delay(25);
              return parts.gateway.hand(message);
            },
            close: () => parts.gateway.close(),
          },
        }),
        wire: ({ outbox }) => ({
          answer: async (_answer, request) => {
            if (isAt(request, 'delivery')) await outbox.run();
          },
        }),
      },
    ),
  }),
];
