/**
 * The scopes of the reference deployment, each with the words in which a message tells the resource owner what is asked.
 * The code is bound to what the message said, so the words are part of the protocol's facts.
 */
import { noRegistry, ourDraft } from './row.ts';

const source = ourDraft('protected-resource');
const iana = noRegistry('scope values are chosen by each deployment');

export const scopes = {
  usageRead: {
    name: 'usage:read',
    description: 'Hourly usage of the last year',
    words: 'see your electricity use for the last year, hour by hour',
    source,
    iana,
  },
  usageSummary: {
    name: 'usage:summary',
    description: 'Monthly totals of the last year',
    words: 'see your electricity use for the last year, month by month',
    source,
    iana,
  },
} as const;

export type ScopeName = keyof typeof scopes;

/** How finely usage can be asked for, and which scope each needs. Whoever may read hours may read months. */
export const resolutions = {
  hour: { name: 'hour', sufficientScopes: ['usageRead'] },
  month: { name: 'month', sufficientScopes: ['usageRead', 'usageSummary'] },
} as const satisfies Record<string, { readonly name: string; readonly sufficientScopes: readonly ScopeName[] }>;

export type Resolution = keyof typeof resolutions;
