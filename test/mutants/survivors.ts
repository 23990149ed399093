/** Mutants that the suite does not find, each with the reason. One that is found after all has to leave this list. */
export const survivors: Readonly<Record<string, string>> = {
  'guard/superseded-sent':
    'It shows only where a message waits while the next passcode is asked for; no client can bring that about.',
  'guard/lapsed-sent':
    'It shows only where a message waits for longer than its passcode lives; no client can bring that about.',
  'machine/nobody-else-told': 'The suite reads messages that carry a passcode, and a notice carries none.',
  'message/no-notices': 'The suite reads messages that carry a passcode, and a notice carries none.',
  'message/not-origin-bound': 'The configuration does not say to which domain passcodes of a client are bound.',
};
