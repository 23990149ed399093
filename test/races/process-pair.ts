/** Two server processes over one database, and callers who come to both at the same time. */
import { join } from 'node:path';
import {
  deliveryMethods,
  endpoints,
  grantType,
  type LimitName,
  type Limits,
  parameters as p,
  sandboxRoutes,
  scopes,
} from '../../model/index.ts';
import { sandboxSecret } from '../../server/sandbox/clients.ts';
import { limitVariable } from '../../server/settings.ts';
import { nothing } from '../../spec/verify/suite/index.ts';
import { subjects } from '../support/conversation.ts';
import { freePort, type ServerProcess, startProcess } from '../support/server-process.ts';
import { emptyDatabase } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { basic } from '../support/test-clients.ts';

export interface Seen {
  readonly output: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the customer has received: a passcode with the way to deny it. */
export interface Received {
  readonly code: string;
  readonly denialToken: string;
}

export interface ProcessPair {
  readonly databaseUrl: string;
  /** Asks one of the two, by turns or as said. */
  identify(at?: number): Promise<Seen>;
  deliver(session: string, at?: number): Promise<Seen>;
  redeem(session: string, code: string, at?: number): Promise<Seen>;
  deny(denialToken: string, at?: number): Promise<Seen>;
  /**
   * The newest passcode whose message shows these words, whichever of the two has handed it over: a busy machine may hand
   * over the message of an earlier transaction after that of the newest.
   */
  newest(bindingMessage: string): Promise<Received>;
  /** Lets time pass for both. */
  advance(seconds: number): Promise<void>;
  close(): Promise<void>;
}

const email = 'heather@example.com';

/** Starts both at once, on an empty database. Close the pair after the test. */
export async function openPair(limits: Partial<Limits> = {}): Promise<ProcessPair> {
  const folder = temporaryFolder();
  const databaseUrl = await emptyDatabase();
  const ports = [await freePort(), await freePort()];
  const issuer = `http://localhost:${ports[0]}`;
  const set = Object.entries(limits).map(([name, value]) => [`OTP_FLOW_${limitVariable(name as LimitName)}`, value]); // its own keys
  const processes: ServerProcess[] = ports.map((port) =>
    startProcess({
      OTP_FLOW_PORT: String(port),
      OTP_FLOW_ISSUER: issuer,
      OTP_FLOW_DATA: join(folder.path, 'data'),
      DATABASE_URL: databaseUrl,
      ...Object.fromEntries(set.map(([name, value]) => [name, String(value)])),
    }),
  );
  await Promise.all(processes.map((process) => process.printed('OTP-flow is running')));

  let turn = 0;
  const post = async (path: string, body: URLSearchParams | string, at: number = turn++): Promise<Seen> => {
    const response = await fetch(`http://localhost:${ports[at % 2]}${path}`, {
      method: 'POST',
      headers:
        typeof body === 'string'
          ? { 'content-type': 'application/json' }
          : { authorization: basic('energy-auditor', sandboxSecret) },
      body,
    });
    const text = await response.text();
    const seen = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}; // every JSON body here is an object
    const error = seen[p.error.name];
    return { output: error === undefined ? String(response.status) : `${response.status} ${error}`, body: seen };
  };
  const form = (parameters: Readonly<Record<string, string>>) => new URLSearchParams(parameters);
  const seenIds = new Set<string>();
  return {
    databaseUrl,
    identify: (at) =>
      post(
        endpoints.otpAuthorization.path,
        form({ [p.subId.name]: JSON.stringify(subjects.heather), [p.scope.name]: scopes.usageRead.name }),
        at,
      ),
    deliver: (session, at) =>
      post(
        endpoints.otpDelivery.path,
        form({ [p.authSession.name]: session, [p.deliveryOption.name]: deliveryMethods.email.name }),
        at,
      ),
    redeem: (session, code, at) =>
      post(
        endpoints.token.path,
        form({ [p.grantType.name]: grantType.name, [p.authSession.name]: session, [p.userCode.name]: code }),
        at,
      ),
    deny: async (denialToken, at) => {
      const seen = await post('/denial', JSON.stringify({ denialToken }), at);
      return seen.output === '204' ? { ...seen, output: nothing } : seen;
    },
    newest: async (bindingMessage) => {
      for (let attempt = 0; attempt < 100; attempt += 1) {
        for (const port of ports) {
          const query = new URLSearchParams({ contact: email, waitSeconds: '0.05' });
          const response = await fetch(`http://localhost:${port}${sandboxRoutes.messages.path}?${query}`);
          const { messages } = (await response.json()) as {
            messages: { id: string; code?: string | null; text: string; receivedAt: number }[];
          }; // as the sandbox serves it
          const newest = messages.find(
            ({ code, text }) => typeof code === 'string' && text.includes(`"${bindingMessage}"`),
          );
          const denialToken = /\/denial#([\w-]+)/.exec(newest?.text ?? '')?.[1];
          if (newest === undefined || denialToken === undefined || seenIds.has(newest.id)) continue;
          seenIds.add(newest.id);
          return { code: String(newest.code), denialToken };
        }
      }
      throw new Error('no message has come');
    },
    advance: async (seconds) => {
      await Promise.all(
        [0, 1].map((at) => post(sandboxRoutes.clock.path, JSON.stringify({ advanceSeconds: seconds }), at)),
      );
    },
    close: async () => {
      await Promise.all(processes.map((process) => process.ended('SIGKILL')));
      folder.remove();
    },
  };
}
