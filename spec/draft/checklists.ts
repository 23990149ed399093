/**
 * What a reviewer asks of the draft, as titles of entries: the attacks that were considered, the threats of RFC 3552,
 * and the questions of RFC 6973. The prose has an entry for each, and checks hold it to that.
 */

/** In the order in which the research numbers them. */
export const attacks = {
  'code-guessing': 'Guessing within a transaction',
  'cross-account-guessing': 'Guessing across accounts',
  'parallel-transactions': 'Parallel transactions',
  'resend-reset': 'Resends that reset the count',
  'stale-code': 'Stale passcodes',
  'counter-race': 'Races on the count, and double redemption',
  'code-replay': 'Replay of a passcode',
  'late-code': 'Late passcodes and clocks that differ',
  'message-flooding': 'Flooding and fatigue',
  'toll-fraud': 'Toll fraud',
  'enumeration-by-content': 'Enumeration by content',
  'enumeration-by-timing': 'Enumeration by timing',
  'hint-harvesting': 'Harvesting of hints',
  'code-swap': 'Passcodes swapped between transactions',
  'relay-phishing': 'Relay phishing',
  'malicious-client': 'Malicious registered clients',
  'client-impersonation': 'Impersonation of a client',
  'mix-up': 'Mix-up of authorization servers',
  'consent-mismatch': 'Consent to one thing, token for another',
  'message-injection': 'Injection into messages',
  'channel-change': 'Change of method or contact',
  'channel-takeover': 'Takeover of a telephone number or mailbox',
  'shared-contact': 'Shared, recycled and outdated contacts',
  'shoulder-surfing': 'Shoulder surfing',
  'lock-out': 'Lock-out of a customer',
  'token-theft': 'Theft of access tokens',
  'stored-secrets': 'Disclosure of stored secrets',
  'identifier-probing': 'Probing of identifiers',
  'method-downgrade': 'Downgrade of the delivery method',
  'resource-exhaustion': 'Exhaustion of resources',
} as const;

export type AttackId = keyof typeof attacks;

/** The attacks on a protocol that RFC 3552 asks about. */
export const threats = {
  eavesdropping: 'Eavesdropping',
  replay: 'Replay',
  insertion: 'Message insertion',
  deletion: 'Message deletion',
  modification: 'Message modification',
  'on-path': 'Attackers on the path',
  'denial-of-service': 'Denial of service',
} as const;

/** The questions of RFC 6973, Section 7. */
export const privacyQuestions = {
  identifiers: 'Identifiers',
  data: 'Data',
  observers: 'Observers',
  fingerprinting: 'Fingerprinting',
  persistence: 'Persistence of identifiers',
  correlation: 'Correlation',
  retention: 'Retention',
  'user-control': 'User control',
  'individual-recipients': 'Control over sharing with individual recipients',
  intermediaries: 'Control over sharing with intermediaries',
  preferences: 'Preference expression',
  surveillance: 'Surveillance',
  'stored-data': 'Stored data compromise',
  intrusion: 'Intrusion',
  misattribution: 'Misattribution',
  'trade-offs': 'Trade-offs',
  defaults: 'Defaults',
} as const;
