/** The page beside the test vectors: what each file is, how to read it, and what it takes to play it on a server. */
import { defaultPolicy, exchanges, parameters, sandboxRoutes, type transaction } from '../../model/index.ts';
import { completeSuite, countsOf, suiteInputNames, suiteInputs } from '../verify/suite/index.ts';
import type { Artifact } from './artifact.ts';
import { exchangeCases } from './exchange-cases.ts';
import { code, markdownTable } from './markdown-table.ts';
import { memberOf } from './sandbox/request.ts';
import { testPaths } from './test-paths.ts';

const emitter = 'spec/emit/vectors-page.ts';

/** `tests/README.md`. */
export const emitVectorsPage = (): Artifact[] => [
  {
    path: 'tests/README.md',
    content: page(),
    emitter,
    audience: 'whoever tests a server, in any language',
    title: 'How to read the test vectors, and how to play them',
  },
];

function page(): string {
  const counts = countsOf(completeSuite());
  const { paths } = testPaths();
  const cases = exchangeCases();
  return `# Test vectors

Tests of an authorization server as data, for a test runner in any language. All values are in the files or follow from a
sandbox, so that two runs send the same requests. Beside each file stands the JSON Schema (2020-12) of its format.

${markdownTable(
  ['file', 'schema', 'what is in it', 'the server is set to'],
  [
    [
      code('exchange-cases.json'),
      code('exchange-cases.schema.json'),
      `${cases.length} requests in the first situation of a server, written out whole`,
      'the recommended policy',
    ],
    [
      code('transaction-paths.json'),
      code('test-paths.schema.json'),
      `${paths.length} paths, one for each transition from each state in each case of its event`,
      `its ${code('policy.limits')}`,
    ],
    [
      code('complete-suite.json'),
      code('complete-suite.schema.json'),
      `${counts.tests} tests with ${counts.steps} steps, and ${counts.limitCases} cases of ${counts.limits} limits`,
      `its ${code('policy.limits')}`,
    ],
  ],
)}

## What a tester has

Two registered clients, a customer whose messages can be read, and a clock that can be advanced. The sandbox of the
reference server has all of it ([sandbox.md](../sandbox.md)): the clients \`energy-auditor\` and \`monthly-auditor\`, the
customer \`omar\`, who has an email address and no telephone, \`GET ${sandboxRoutes.messages.path}\` and
\`POST ${sandboxRoutes.clock.path}\`. For another server put what it has in their place; nothing in a file but the
requests of the exchange cases depends on the sandbox.

A test begins with nothing counted on the account and with the clients: take a new customer and new clients each time, or
let both windows of the policy pass. Where the clock of the server runs by itself, let waits of a limit end half a second
late, and play a case again that took longer than that.

## Exchange cases

\`requests\` are sent in order; the answer to the last one has \`status\`, the \`error\` (none where there is none) and the
header fields named in \`headers\`. A request has \`method\` and \`path\`, perhaps a \`client\` (HTTP Basic authentication), an
\`accessToken\` (bearer), a \`proof\` (in the DPoP header field; the token is then sent with the scheme DPoP), a \`contentType\`, and a body: \`form\` (to be encoded), \`body\` (as it stands) or \`bodyBytes\` (that
many letters \`a\`). ${code(memberOf(2, parameters.accessToken.name))} stands for that member of the second answer. The exchanges are
${Object.keys(exchanges).map(code).join(', ')}.

## Transaction paths

Each path begins anew. A step has an \`event\`, with what is true of it, and for a request the \`status\` and \`error\` of the
answer; \`state\` and \`context\` say what is so afterwards, for testers that can look inside.

${markdownTable(
  ['event', 'what the tester does'],
  Object.entries(eventWords).map(([event, words]) => [code(event), words]),
)}

\`client: other\` is another registered client with the same handle. \`contact: none\` is an offered method for which the
customer has no contact; \`option: unoffered\` is none of those offered. \`code: stale\` is the passcode before the newest
one, \`wrong\` one that was never received. \`account: exhausted\` wants a budget of the account used up before the step, by
as many sends or wrong passcodes in other transactions of the same customer.

## Complete suite

A test is a pair of rows: places in \`inputs\`, and what each is answered with as places in \`outputs\` (status and error;
\`-\` where nobody asked). \`faultDomain\` says which servers cannot pass all of it. Cases in \`limits\` are played step by
step; \`format\` explains what is special about some steps.

${markdownTable(
  ['input', 'what the tester does'],
  suiteInputNames.map((name) => [code(name), suiteInputs[name].words]),
)}

## An example in ${exampleLines} lines of Python

\`test/vectors/run.py\` plays all three files with nothing but the standard library:

\`\`\`sh
env $(python3 test/vectors/run.py settings generated/tests/complete-suite.json) npm start
python3 test/vectors/run.py play generated/tests/complete-suite.json http://localhost:8628
\`\`\`

It prints each difference and how many tests passed, failed and were skipped, with the reason, and ends with 0 only when
none failed. A number at the end, such as \`25\`, plays each 25th test only. It skips one case, since the standard library
cannot sign the assertion of ${defaultPolicy.limits.assertionLifeSeconds} seconds that it needs.
`;
}

/** A test holds this against the file. */
export const exampleLines = 150;

const eventWords: Readonly<Record<keyof typeof transaction.events, string>> = {
  'identification.received': 'Sends an OTP authorization request, and goes on with the handle in the answer.',
  'delivery.requested': 'Sends an OTP delivery request, and reads the message that comes of it.',
  'code.submitted': 'Sends an access token request with a passcode.',
  'denial.received': 'Says as the customer that this was not them, by the link in the newest message.',
  'interval.elapsed': 'Waits until the interval in the last delivery response is over.',
  'code.expired': 'Waits until the life of the passcode in the last delivery response is over.',
  'transaction.expired': 'Waits until the life of the transaction in the authorization response is over.',
};
