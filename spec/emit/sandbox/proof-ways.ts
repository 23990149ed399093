/**
 * The ways to answers about DPoP proofs. A proof is signed on the spot, so these requests say what to sign; whoever plays
 * them brings two keys, and each proof has a `jti` and an `iat` of its own.
 *
 * @see RFC 9449 §4.2
 */
import {
  type AdmissionRuleName,
  admissionRules,
  type ExchangeName,
  endpoints,
  parameters as p,
  rulesOf,
  sandboxCustomerRows,
} from '../../../model/index.ts';
import { exchangeNames } from '../answers.ts';
import { soundRequest } from './front-door.ts';
import { tableCode } from './moves.ts';
import {
  auditor,
  delivering,
  formRequest,
  identifying,
  memberOf,
  type ProofToSign,
  redeeming,
  refreshing,
  type SandboxRequest,
  usageRequest,
} from './request.ts';
import type { Way } from './search.ts';

type ProofWay = Pick<Way, 'target' | 'requests'>;

/** The exchanges that take proofs. */
const provable = exchangeNames.filter((exchange) => rulesOf(exchange).includes('proofWithoutNonce'));

const signed = (exchange: ExchangeName, title: string, proof: ProofToSign): SandboxRequest => ({
  ...soundRequest(exchange, title),
  proof,
});

/** Asks for the nonce, by a proof that has none. */
const asking = (exchange: ExchangeName): SandboxRequest => signed(exchange, 'The proof has no nonce', { key: 'a' });

/** Every way of this page, in the order of exchanges and rules. */
export const proofWays = (): ProofWay[] => [...provable.flatMap(atTheGrant), ...byAnotherKey(), atTheResource()];

/** A way whose last request breaks a rule of the front door. */
const breaking = (exchange: ExchangeName, rule: AdmissionRuleName, ...requests: SandboxRequest[]): ProofWay => ({
  target: { exchange, outcome: admissionRules[rule].outcome, rule },
  requests,
});

function atTheGrant(exchange: ExchangeName): ProofWay[] {
  const nonce = asking(exchange);
  const elsewhere = { ...fresh, path: endpoints.jwks.path };
  return [
    breaking(exchange, 'proofWithoutNonce', nonce),
    breaking(exchange, 'proofMisdirected', nonce, signed(exchange, 'The proof is for another URL', elsewhere)),
    breaking(
      exchange,
      'proofReplayed',
      nonce,
      signed(exchange, 'The proof is good', fresh),
      signed(exchange, 'The same proof comes again', { sameAs: 2 }),
    ),
  ];
}

const fresh = { key: 'a', nonceOf: 1 } as const;
const other = { key: 'b', nonceOf: 1 } as const;

/** The magic customer to whom a passcode was sent before the client asks for one. */
const sentAlready = sandboxCustomerRows.find(({ id }) => id === 'impatient') ?? { accountNumber: '' };

/** The beginning of a grant whose key is `a`: the nonce, the transaction, and the token, whose way is short. */
const begun = (): readonly [SandboxRequest, SandboxRequest, SandboxRequest] => [
  asking('identification'),
  {
    ...formRequest(
      'The client names who was sent a passcode',
      'identification',
      auditor,
      identifying(sentAlready, 'usageRead'),
    ),
    proof: fresh,
  },
  { ...formRequest('The passcode is brought', 'redemption', auditor, redeeming(session, tableCode)), proof: fresh },
];

const session = memberOf(2, p.authSession.name);

/** A token that is bound to a key, and a proof by that key which does not name the token. */
function atTheResource(): ProofWay {
  const read = usageRequest('The proof does not name the access token', memberOf(3, p.accessToken.name));
  return breaking('usage', 'usageProofInvalid', ...begun(), { ...read, proof: { key: 'a', withoutToken: true } });
}

/** What began with one key goes on with another. */
function byAnotherKey(): ProofWay[] {
  const [nonce, identification, redemption] = begun();
  const way = (exchange: ExchangeName, ...requests: SandboxRequest[]): ProofWay => ({
    target: { exchange, outcome: 'proofInvalid' },
    requests,
  });
  const last = (exchange: ExchangeName, form: Readonly<Record<string, string>>): SandboxRequest => ({
    ...formRequest('The proof is by another key', exchange, auditor, form),
    proof: other,
  });
  return [
    way('delivery', nonce, identification, last('delivery', delivering(session))),
    way('redemption', nonce, identification, last('redemption', redeeming(session, tableCode))),
    way('refresh', nonce, identification, redemption, last('refresh', refreshing(memberOf(3, p.refreshToken.name)))),
  ];
}

/** The rules that only a proof signed on the spot breaks. */
export const signedOnTheSpot: ReadonlySet<string> = new Set(
  proofWays().flatMap(({ target }) => ('rule' in target && target.rule !== undefined ? [target.rule] : [])),
);
