/** Faults in generated data: recordings, machines and tables: each is found by its bytes, and by a rule that understands the file, where there is one. */
import type { Fault } from './fault.ts';

const documents = 'documents agree with each other';
const recordings = 'recordings are complete and valid';
const paths = 'test paths are taken by the machine';
const lint = 'the draft says what a draft has to';
const manifest = 'the manifest is true';
const measured = 'what was measured was measured on these files';

const file = (path: string) => `generated/${path}`;
const lock = file('recordings/lock.json');
const resend = file('recordings/resend.json');
const draft = file('draft/draft-otpflow-oauth-otp-grant-00.md');
const testPaths = file('tests/transaction-paths.json');
const graph = file('machines/transaction.graph.json');

export const dataFaults = [
  {
    kind: 'recordings',
    name: 'a status is another',
    file: lock,
    find: '"status": 400',
    replace: '"status": 401',
    meaning: recordings,
  },
  {
    kind: 'recordings',
    name: 'an error code is another',
    file: lock,
    find: 'invalid_user_code',
    replace: 'invalid_code',
    meaning: recordings,
  },
  {
    kind: 'recordings',
    name: 'a header field is gone',
    file: resend,
    find: '"Retry-After"',
    replace: '"Retry-Later"',
    meaning: recordings,
  },
  {
    kind: 'recordings',
    name: 'a member of an answer is another',
    file: resend,
    find: '\\"code_length\\":8',
    replace: '\\"code_length\\":\\"8\\"',
    meaning: recordings,
  },
  {
    kind: 'recordings',
    name: 'a parameter is misspelt',
    file: lock,
    find: 'delivery_option=sms',
    replace: 'delivery_opt=sms',
    meaning: recordings,
  },

  {
    kind: 'machine graph',
    name: 'a node is gone',
    file: graph,
    find: '    {\n      "id": "lapsed",',
    replace: '    {\n      "id": "lapsed",\n      "tags": []\n    },\n    {\n      "id": "lapses",',
    meaning: documents,
  },
  {
    kind: 'machine graph',
    name: 'the first state is another',
    file: graph,
    find: '"initial": "absent"',
    replace: '"initial": "identified"',
    meaning: documents,
  },
  {
    kind: 'machine graph',
    name: 'a target is another',
    file: graph,
    find: '"target": "locked"',
    replace: '"target": "spent"',
    meaning: manifest,
  },
  {
    kind: 'machine graph',
    name: 'a guard is gone',
    file: file('machines/transaction.machine.json'),
    find: '"type": "isOneBelow"',
    replace: '"type": "isBelow"',
    meaning: manifest,
  },

  {
    kind: 'test paths',
    name: 'an answer is another',
    file: testPaths,
    find: '"status": 429',
    replace: '"status": 400',
    meaning: paths,
  },
  {
    kind: 'test paths',
    name: 'a state is another',
    file: testPaths,
    find: '"state": "locked"',
    replace: '"state": "spent"',
    meaning: paths,
  },
  {
    kind: 'test paths',
    name: 'an event is another',
    file: testPaths,
    find: '"type": "code.submitted"',
    replace: '"type": "denial.received"',
    meaning: paths,
  },
  {
    kind: 'test paths',
    name: 'an error code is another',
    file: testPaths,
    find: '"error": "invalid_user_code"',
    replace: '"error": "invalid_grant"',
    meaning: paths,
  },
  {
    kind: 'tables for readers',
    name: 'a cell of the exchange matrix',
    file: file('exchange-matrix.md'),
    find: '429',
    replace: '400',
    meaning: manifest,
  },
  {
    kind: 'tables for readers',
    name: 'a level of a requirement',
    file: file('requirements.json'),
    find: '"level": "MUST NOT"',
    replace: '"level": "MUST"',
    meaning: manifest,
  },
  {
    kind: 'tables for readers',
    name: 'a description of the vocabulary',
    file: file('vocabulary.json'),
    find: '"status": "requested"',
    replace: '"status": "registered"',
    meaning: manifest,
  },
  {
    kind: 'tables for readers',
    name: 'a digest of the manifest',
    file: file('manifest.json'),
    find: '"bytes": ',
    replace: '"bytes": 1',
    meaning: manifest,
  },
  {
    kind: 'tables for readers',
    name: 'a measured file was measured on another document',
    file: file('openapi/generators.json'),
    find: '"measuredOn": "',
    replace: '"measuredOn": "0',
    meaning: measured,
  },
  {
    kind: 'tables for readers',
    name: 'an arrow of a figure',
    file: file('machines/transaction-overview.mmd'),
    find: 'pending --> spent',
    replace: 'pending --> locked',
    meaning: manifest,
  },
  {
    kind: 'draft',
    name: 'an example differs by one character',
    file: draft,
    find: '"expires_in": 900',
    replace: '"expires_in": 901',
    meaning: lint,
  },
] as const satisfies readonly Fault[];
