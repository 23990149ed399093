/** The cookie by which a browser is known to the kiosk. */
import type { IncomingHttpHeaders } from 'node:http';

const name = 'kiosk-session';

/**
 * The session identifier in a Cookie field; undefined when there is none. Of several the first counts, which browsers send
 * for the longest path.
 *
 * @see RFC 6265 §5.4
 */
export const sessionIdIn = ({ cookie = '' }: Pick<IncomingHttpHeaders, 'cookie'>): string | undefined =>
  cookie
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/**
 * A Set-Cookie field for a session identifier. The cookie ends with the browser, no script can read it, and no other site
 * can make the browser send it.
 *
 * @param isSecure whether the browser came by https
 * @see RFC 6265 §4.1
 */
export const sessionCookie = (id: string, isSecure: boolean): string =>
  `${name}=${id}; Path=/kiosk; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
