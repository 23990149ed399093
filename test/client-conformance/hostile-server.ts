/**
 * An authorization server for developers of clients, with six issuers on one port. It grants nothing to anybody: tokens
 * are made up, no client is turned away, and nothing leaves the machine.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type EndpointName, endpoints, headers, mediaTypes, metadataOf, parameters as p } from '../../model/index.ts';
import { type ActName, actNames } from './acts.ts';
import { type ActAnswer, type HostileAct, hostileAct } from './hostile-act.ts';
import { holdsCode } from './leaks.ts';
import { type ActVerdict, verdictsOn } from './verdict.ts';

export interface HostileServer {
  issuer(act: ActName): string;
  /** Every passcode that was sent, in any act. */
  codes(): readonly string[];
  /**
   * The verdict on each act so far.
   *
   * @param end.leaks places in logs and data of the client where a passcode was found; leave it out when nobody looked
   * @param end.isOver true when nothing more is to come
   */
  verdicts(end?: { readonly leaks?: readonly string[]; readonly isOver?: boolean }): ActVerdict[];
  close(): Promise<void>;
}

export interface HostileOptions {
  /** 0 for any that is free. */
  readonly port?: number;
  /** Epoch milliseconds; the clock on the wall unless set. */
  readonly now?: () => number;
  /** Called with each passcode, to be entered by the person at the client. */
  readonly onCode?: (act: ActName, code: string) => void;
}

const posts = ['otpAuthorization', 'otpDelivery', 'token'] as const satisfies readonly EndpointName[];
const longestBody = 65_536;

/** Opens the server on the loopback interface. */
export async function openHostileServer(options: HostileOptions = {}): Promise<HostileServer> {
  const { port = 0, now = Date.now, onCode = () => {} } = options;
  const server = createServer((request, response) => {
    void answered(request).then(({ status, body, retryAfterSeconds }) => {
      response.writeHead(status, {
        [headers.contentType.name]: mediaTypes.json,
        [headers.cacheControl.name]: 'no-store',
        ...(retryAfterSeconds === undefined ? {} : { [headers.retryAfter.name]: String(retryAfterSeconds) }),
      });
      response.end(JSON.stringify(body));
    });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  const issuer = (act: ActName): string => `${origin}/${act}`;
  const played = Object.fromEntries(
    actNames.map((act) => [act, hostileAct(act, { issuer: issuer(act), now, onCode: (code) => onCode(act, code) })]),
  ) as Record<ActName, HostileAct>; // one for each name
  const codes = (): string[] => actNames.flatMap((act) => played[act].progress.codes);

  async function answered(request: IncomingMessage): Promise<ActAnswer> {
    const { pathname } = new URL(request.url ?? '/', origin);
    const act = actNames.find((name) => pathname.endsWith(`${endpoints.metadata.path}/${name}`));
    if (act !== undefined) return { status: 200, body: { ...metadataOf(issuer(act)) } };
    const asked = actNames.find((name) => pathname.startsWith(`/${name}/`));
    const endpoint = posts.find((name) => pathname === `/${asked}${endpoints[name].path}`);
    const form = new Map(new URLSearchParams(await bodyOf(request)));
    if (asked !== undefined) noteStrayCode(asked, request, endpoint, form);
    if (asked === undefined || endpoint === undefined) return { status: 404, body: {} };
    if (request.method !== 'POST') return { status: 405, body: { error: 'invalid_request' } };
    return played[asked].answer(endpoint, form);
  }

  /** A passcode belongs into one parameter of one endpoint of the server that sent it, and nowhere else. */
  function noteStrayCode(
    act: ActName,
    request: IncomingMessage,
    endpoint: string | undefined,
    form: ReadonlyMap<string, string>,
  ): void {
    const elsewhere = [...form].filter(([name]) => endpoint !== 'token' || name !== p.userCode.name);
    const places: Readonly<Record<string, string>> = {
      'the URI': request.url ?? '',
      'a header field': Object.values(request.headers).join('\n'),
      'another parameter': elsewhere.map(([, value]) => value).join('\n'),
    };
    for (const [place, text] of Object.entries(places)) {
      if (!holdsCode(text, codes())) continue;
      const words = `The client sent a passcode in ${place} of a request.`;
      played[act].note({ requirement: 'otp-client/code-unlogged', words });
    }
    const submitted = endpoint === 'token' ? (form.get(p.userCode.name) ?? '') : '';
    const foreign = actNames.filter((name) => name !== act).flatMap((name) => played[name].progress.codes);
    if (holdsCode(submitted, foreign)) {
      const words = 'The client sent a passcode to another authorization server than the one it came from.';
      played[act].note({ requirement: 'otp-client/code-unlogged', words });
    }
  }

  return {
    issuer,
    codes,
    verdicts: ({ leaks, isOver = false } = {}) =>
      verdictsOn({
        leaks,
        isOver,
        progress: Object.fromEntries(actNames.map((act) => [act, played[act].progress])) as Record<
          ActName,
          HostileAct['progress']
        >, // one for each name
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length; // no encoding was set
    if (length <= longestBody) chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
