import type { Plant } from './mutant.ts';
import type { WireAnswer } from './wire-door.ts';
import { type Body, forms, isAt, jsonOf } from './wire-edits.ts';

export const status =
  (value: number) =>
  (answer: WireAnswer): void => {
    answer.status = value;
  };
export const without =
  (name: string) =>
  (answer: WireAnswer): void => {
    delete answer.headers[name];
  };
export const cacheable = (answer: WireAnswer): void => {
  answer.headers['cache-control'] = 'private, max-age=60';
};
export const renamed =
  (error: string) =>
  (_answer: WireAnswer, body: Body): void => {
    body.error = error;
  };
export const onStatus =
  (wanted: number, change: (answer: WireAnswer) => void) =>
  (answer: WireAnswer): void => {
    if (answer.status === wanted) change(answer);
  };
export const leaving =
  (member: string) =>
  (body: Body): void => {
    delete body[member];
  };

/** Once a request was answered with 503, so is the next one. */
export const afterOutage = (): Plant => ({
  wire: () => {
    let last: WireAnswer | undefined;
    return {
      answer(answer, request) {
        if (!isAt(request, ...forms)) return;
        const before = last;
        last = answer.status === 503 ? { ...answer, headers: { ...answer.headers } } : undefined;
        if (before !== undefined && answer.status < 300 && jsonOf(answer).auth_session !== undefined)
          Object.assign(answer, before);
      },
    };
  },
});
