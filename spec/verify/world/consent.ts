/** A client that the customer deals with knowingly, and that asks for more than it tells them. */
import type { Breadth } from '../../../model/index.ts';
import type { Values } from '../engine/index.ts';
import { assembled } from './assemble.ts';
import { variablesAt } from './guessing.ts';
import { act, type PeopledWorld, type Setting, variable, type WorldRule } from './rule.ts';
import { type Place, type Server, serverOf } from './server.ts';

const at: Place = { transaction: 'first', account: 'account', quota: 'quota' };
const breadths = ['none', 'narrow', 'wide'] as const satisfies readonly Breadth[];
const asked = variable('asked', ...breadths);
const said = variable('said', ...breadths);
const granted = variable('granted', ...breadths);
const knows = variable('client knows', 'nothing', 'newest');
const scopes = [asked.name, said.name, granted.name, knows.name];

const breadthOf = (here: Values, { name }: { readonly name: string }): Breadth =>
  breadths.find((breadth) => breadth === here[name]) ?? 'none';

export function consentWorld(setting: Setting): PeopledWorld {
  const server = serverOf(setting);
  const wanted = ['narrow', 'wide'] as const;
  return assembled({
    name: 'consent',
    variables: [...variablesAt(server, [at]), asked, said, granted, knows],
    rules: [
      ...wanted.map((breadth) => starts(server, breadth)),
      sends(setting, server),
      gives,
      ...wanted.map((breadth) => redeems(setting, server, breadth)),
      ...wanted.map((breadth) => serves(setting, breadth)),
      ...server.clock(at),
    ],
  });
}

const plain = { narrow: 'monthly totals', wide: 'hourly usage' } as const;

const starts = (server: Server, breadth: 'narrow' | 'wide'): WorldRule =>
  server.asked({
    name: `client: ask for ${plain[breadth]}`,
    actor: 'stranger',
    says: `The client starts a transaction and asks for ${plain[breadth]}.`,
    needs: 'A18',
    at,
    touches: scopes,
    exchange: 'identification',
    after: (_here, { outcome }) =>
      outcome === 'sessionIssued'
        ? {
            next: { asked: breadth, said: 'none', granted: 'none', [knows.name]: 'nothing' },
            truth: { asked: breadth },
          }
        : {},
  });

/** A message that does not say what is asked lets the customer believe what the client told them. */
const sends = ({ policy }: Setting, server: Server): WorldRule =>
  server.asked({
    name: 'client: send',
    actor: 'stranger',
    says: policy.switches.scopeSaid
      ? 'The client has the passcode sent; the message says what is asked for.'
      : 'The client has the passcode sent; the message does not say what for, and the client says: for monthly totals.',
    needs: 'A18',
    at,
    touches: scopes,
    exchange: 'delivery',
    after: (here, { duties }) => {
      if (!duties.includes('sendCode')) return {};
      const words = policy.switches.scopeSaid ? breadthOf(here, asked) : 'narrow';
      return { next: { said: words, [knows.name]: 'nothing' }, truth: { said: words } };
    },
  });

const gives = act({
  name: 'owner: type',
  actor: 'owner',
  says: 'The customer agrees to what they read, and types the passcode.',
  touches: scopes,
  transaction: at.transaction,
  does: (here) =>
    here.said === 'none' ? undefined : { next: { [knows.name]: 'newest' }, truth: { givenTo: 'stranger' } },
});

const redeems = ({ policy }: Setting, server: Server, breadth: 'narrow' | 'wide'): WorldRule =>
  server.asked({
    name: `client: redeem for ${plain[breadth]}`,
    actor: 'stranger',
    says: `The client redeems the passcode and asks for ${plain[breadth]} with it.`,
    needs: 'A18',
    at,
    touches: scopes,
    when: (here) => here[knows.name] === 'newest',
    exchange: 'redemption',
    facts: { code: 'newest' },
    after: (here, { duties }) => {
      const truth = { brought: 'newest', receiver: 'stranger' } as const;
      if (!duties.includes('issueAccessToken')) return { truth };
      const scope = policy.switches.scopeNotWider ? breadthOf(here, asked) : breadth;
      return { next: { granted: scope }, truth: { ...truth, granted: scope } };
    },
  });

const serves = ({ policy }: Setting, breadth: 'narrow' | 'wide'): WorldRule =>
  act({
    name: `client: fetch ${plain[breadth]}`,
    actor: 'stranger',
    says: `The client asks the resource server for ${plain[breadth]} and gets it.`,
    needs: 'A19',
    touches: [granted.name],
    transaction: at.transaction,
    served: { exchange: 'usage', outcome: 'usageServed' },
    does: (here) => {
      const allowed = breadthOf(here, granted);
      if (allowed === 'none') return undefined;
      const within = allowed === 'wide' || breadth === 'narrow';
      return within || !policy.switches.usageWithinScope ? { truth: { served: breadth, used: 'valid' } } : undefined;
    },
  });
