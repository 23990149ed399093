// @ts-check
/** @import { AddressBody, CodeBody, KioskView, MethodBody } from '../view.ts' */

/**
 * What the customer can do, with what it needs.
 *
 * @typedef {{ path: 'view' } | { path: 'address', body: AddressBody } | { path: 'method', body: MethodBody } | { path: 'code', body: CodeBody } | { path: 'resend' | 'restart', body: Record<string, never> }} Deed
 */

/**
 * Tells the back end what the customer did.
 *
 * @param {Deed} deed
 * @returns {Promise<KioskView>} the screen that follows
 * @throws when no answer comes within twenty seconds, or another one than a view
 */
export async function ask(deed) {
  const signal = AbortSignal.timeout(20_000);
  const response =
    'body' in deed
      ? await fetch(`/kiosk/${deed.path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(deed.body),
          cache: 'no-store',
          signal,
        })
      : await fetch(`/kiosk/${deed.path}`, { cache: 'no-store', signal });
  if (response.status !== 200) throw new Error(`the back end answered with status ${response.status}`);
  return response.json();
}
