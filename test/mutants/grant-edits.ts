/** What the mutants of refreshes are made of: what a server has handed out before, and where its grant is asked. */
import { grant, type RequirementId, type TransitionDefinition } from '../../model/index.ts';
import { reordered } from './machine-edits.ts';
import type { Plant } from './mutant.ts';
import { withBody } from './request-edits.ts';
import type { Wire, WireAnswer, WireRequest } from './wire-door.ts';
import { formOf, isAt, jsonOf } from './wire-edits.ts';

export const rotation: readonly RequirementId[] = ['refresh-token/rotation'];

export const isRefresh = (request: WireRequest): boolean =>
  isAt(request, 'redemption') && formOf(request).get('grant_type') === 'refresh_token';

export const changed = (request: WireRequest, change: (form: URLSearchParams) => void): void => {
  const form = formOf(request);
  change(form);
  withBody(request, form.toString());
};

/** What the refresh tokens of a server were answered with, since mutants remember more than the right one. */
export class Families {
  /** Refresh tokens of each grant, oldest first. */
  readonly #families: string[][] = [];

  note(answer: WireAnswer, request: WireRequest): void {
    const token = jsonOf(answer).refresh_token;
    if (answer.status !== 200 || typeof token !== 'string') return;
    const before = formOf(request).get('refresh_token');
    const family = before === null ? undefined : this.of(before);
    if (family === undefined) this.#families.push([token]);
    else family.push(token);
  }

  of(token: string): string[] | undefined {
    return this.#families.find((family) => family.includes(token));
  }

  /** The token that begins with these characters. */
  beginningWith(text: string): string | undefined {
    return text.length < 20 ? undefined : this.#families.flat().find((token) => token.startsWith(text));
  }
}

/** Changes refresh requests with what the server has handed out before. */
export const remembering = (request: (request: WireRequest, families: Families) => void): Plant => ({
  wire: (): Wire => {
    const families = new Families();
    return {
      request: (asked) => (isRefresh(asked) ? request(asked, families) : undefined),
      answer: (answer, asked) => (isAt(asked, 'redemption') ? families.note(answer, asked) : undefined),
    };
  },
});

/** Changes the answers to refresh requests. */
export const refreshing = (
  change: (body: Record<string, unknown>, form: URLSearchParams, answer: WireAnswer) => void,
): Plant => ({
  wire: (): Wire => ({
    answer(answer, request) {
      if (!isRefresh(request)) return;
      const body = jsonOf(answer);
      change(body, formOf(request), answer);
      answer.body = JSON.stringify(body);
    },
  }),
});

export const refreshRequests = (
  change: (list: readonly TransitionDefinition[]) => readonly TransitionDefinition[],
): Plant => reordered(grant, ['active'], 'refresh.requested', change);

export const isAbout =
  (words: string) =>
  (one: TransitionDefinition): boolean =>
    one.description?.startsWith(words) === true;

export const wider = 'More is asked for than was granted';
export const newest = 'The newest refresh token buys';
export const reused = 'A refresh token that was replaced came back';
