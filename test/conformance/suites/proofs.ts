/** Proof of possession: a transaction that begins with a key goes on with that key, and so do its tokens. */
import { inShort, refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { holds, Skipped, same } from '../problem.ts';
import { type Prover, proverAt } from '../proofs.ts';
import type { Stage } from '../stage.ts';
import { Transaction } from '../transaction.ts';
import { recipientFor } from '../world.ts';

const one = caseOf('tokens', 'dpop');
const invalid = { status: 400, error: 'invalid_dpop_proof' } as const;

/** A transaction that began with a proof. */
async function begun(stage: Stage, kiosk: Prover): Promise<Transaction> {
  const recipient = recipientFor(stage.world);
  const form = stage.identification({ subject: recipient.customer.subId });
  const answer = await kiosk.post('The client names the customer, with a proof', 'identification', form);
  return Transaction.from(stage, answer, recipient, stage.world.clients.main);
}

/** Its passcode, asked for with a proof. */
async function codeOf(stage: Stage, kiosk: Prover, transaction: Transaction): Promise<string> {
  const { source, codeTimeoutSeconds } = stage.world;
  const { contact, method } = transaction.recipient;
  const mark = await source.mark(contact, method);
  const form = { auth_session: transaction.session, delivery_option: transaction.option() };
  const { body } = await kiosk.post('The client asks for a code, with a proof', 'delivery', form);
  const code = { length: Number(body.code_length), charset: String(body.code_charset) };
  const received = await source.obtain({ contact, method, form: code, mark, timeoutSeconds: codeTimeoutSeconds });
  stage.redaction.learn('user_code', received.code);
  return received.code;
}

/** A token that is bound to the key of the prover. */
async function boundToken(stage: Stage, kiosk: Prover): Promise<string> {
  const transaction = await begun(stage, kiosk);
  const form = stage.redemption(transaction.session, await codeOf(stage, kiosk, transaction));
  const answer = await kiosk.post('The client redeems the code, with a proof', 'redemption', form);
  same('whoever has the key gets the token', inShort(answer), '200');
  same('a token that is bound to a key is of the type DPoP', String(answer.body.token_type), 'DPoP');
  return String(answer.body.access_token);
}

async function resource(stage: Stage, title: string, headers: Readonly<Record<string, string>>) {
  return stage.resource(title, stage.world.config.resource?.narrowQuery ?? '', headers);
}

const resourceUrl = (stage: Stage): string => {
  if (stage.world.config.resource === undefined) throw new Skipped('the configuration names no resource');
  return stage.world.config.resource.url.replace('{issuer}', stage.world.issuer);
};

export const proofCases = (): Case[] => [
  one(
    'proof-same-key',
    'A transaction that began with a key goes on with that key only, and refusals cost nothing',
    ['dpop-proof/same-key', 'dpop-proof/token-bound'],
    async (stage) => {
      const [kiosk, thief] = [await proverAt(stage), await proverAt(stage)];
      const transaction = await begun(stage, kiosk);
      const form = { auth_session: transaction.session, delivery_option: transaction.option() };
      refused('a delivery without a proof', await stage.post('There is no proof', 'delivery', form), invalid);
      const code = await codeOf(stage, kiosk, transaction);
      const redeeming = stage.redemption(transaction.session, code);
      refused('a redemption without a proof', await stage.post('There is no proof', 'redemption', redeeming), invalid);
      for (let times = 0; times < 6; times += 1) {
        const wrong = stage.redemption(transaction.session, 'wrong');
        refused('a guess by another key', await thief.post('Another key signs', 'redemption', wrong), invalid);
      }
      refused('the code by another key', await thief.post('Another key signs', 'redemption', redeeming), invalid);
      const answer = await kiosk.post('The right key signs', 'redemption', redeeming);
      same('whoever has the key gets the token', inShort(answer), '200');
      const claims = JSON.parse(
        Buffer.from(String(answer.body.access_token).split('.')[1] ?? '', 'base64url').toString('utf8'),
      ) as { readonly cnf?: { readonly jkt?: unknown } }; // looked at below
      same('the token names the key', String(claims.cnf?.jkt), kiosk.thumbprint);
    },
  ),
  one(
    'proof-late',
    'A transaction that began without a key takes none later',
    ['dpop-proof/same-key'],
    async (stage) => {
      const late = await proverAt(stage);
      const transaction = await stage.open();
      const { code } = await transaction.deliver();
      const form = stage.redemption(transaction.session, code);
      refused('a proof that comes late', await late.post('A key comes late', 'redemption', form), invalid);
      const answer = await stage.post('The client comes as it began', 'redemption', form);
      same('without a proof the token is a bearer token', String(answer.body.token_type).toLowerCase(), 'bearer');
    },
  ),
  one(
    'proof-wrong',
    'A proof that is not for this request, or was used before, is refused',
    ['dpop-proof/valid', 'dpop-proof/this-request', 'dpop-proof/once', 'dpop-proof/nonce', 'metadata/dpop-algorithms'],
    async (stage) => {
      const kiosk = await proverAt(stage);
      await begun(stage, kiosk); // so that a nonce is known where one is needed
      const form = stage.identification();
      const tries = (words: string, claims: Readonly<Record<string, unknown>>) =>
        kiosk.post(`The proof has ${words}`, 'identification', form, claims);
      const wrong = {
        'another method': { htm: 'GET' },
        'another URL': { htu: 'https://other.example/' },
        'an old instant': { iat: 1 },
        'no identifier': { jti: undefined },
      };
      for (const [words, claims] of Object.entries(wrong))
        refused(`a proof with ${words}`, await tries(words, claims), invalid);
      const request = await stage.formRequest('identification', form);
      const dpop = await kiosk.proof(request);
      const first = await stage.ask('A proof is used', { ...request, headers: { ...request.headers, dpop } });
      same('a right proof has to be accepted', inShort(first), '200');
      const again = await stage.formRequest('identification', form);
      const second = await stage.ask('It is used again', { ...again, headers: { ...again.headers, dpop } });
      refused('a proof that was used before', second, invalid);
      const unsigned = { ...(await stage.formRequest('identification', form)) };
      const broken = { ...unsigned.headers, dpop: dpop.replace(/[^.]*$/, 'AAAA') };
      refused(
        'a proof with a broken signature',
        await stage.ask('The signature is wrong', { ...unsigned, headers: broken }),
        invalid,
      );
      const nonceless = await tries('a made-up nonce', { nonce: 'made-up' });
      const isAsked = nonceless.body.error === 'use_dpop_nonce';
      const isRight = nonceless.status === 200 || (isAsked && nonceless.headers['dpop-nonce'] !== undefined);
      holds('a server that asks for nonces says so and hands one out', isRight, {
        expected: '200, or 400 use_dpop_nonce with a DPoP-Nonce header field',
        received: inShort(nonceless),
      });
    },
  ),
  one(
    'proof-resource',
    'A token that is bound to a key opens the resource with that key only, and a bearer token is none that is bound',
    ['usage-request/dpop-bound', 'usage-request/dpop-proof', 'error-response/dpop-challenge'],
    async (stage) => {
      const url = resourceUrl(stage);
      const [kiosk, thief] = [await proverAt(stage), await proverAt(stage)];
      const token = await boundToken(stage, kiosk);
      const target = { method: 'GET', url, accessToken: token };
      const challenged = async (words: string, headers: Readonly<Record<string, string>>, error: string) => {
        const answer = await resource(stage, words, headers);
        same(`${words}: it has to be refused`, answer.status, 401);
        const challenge = answer.headers['www-authenticate'] ?? '';
        holds(
          `${words}: the challenge is of the scheme DPoP`,
          /^DPoP\b/i.test(challenge) && challenge.includes(`error="${error}"`),
          {
            expected: `DPoP … error="${error}"`,
            received: challenge === '' ? 'no WWW-Authenticate header field' : challenge,
          },
        );
      };
      const shown = (dpop: string) => ({ authorization: `DPoP ${token}`, dpop });
      await challenged('A bound token as a bearer token', { authorization: `Bearer ${token}` }, 'invalid_token');
      await challenged('Another key signs', shown(await thief.proof(target)), 'invalid_token');
      await challenged(
        'The proof is of another token',
        shown(await kiosk.proof(target, { ath: 'AAAA' })),
        'invalid_dpop_proof',
      );
      const dpop = await kiosk.proof(target);
      same(
        'token and proof open the resource',
        inShort(await resource(stage, 'The right key signs', shown(dpop))),
        '200',
      );
      await challenged('The proof is used again', shown(dpop), 'invalid_dpop_proof');
      const { token: unbound } = await (await stage.open()).granted();
      const own = await kiosk.proof({ ...target, accessToken: unbound });
      await challenged('A bearer token with a proof', { authorization: `DPoP ${unbound}`, dpop: own }, 'invalid_token');
    },
  ),
];
