/** How programs link into the visualizer: for people as a page, for programs as data and a schema. */
import { type FailedCheck, failedCheckFragment, failedMember } from '../../visualizer/failure/failed-check.ts';
import { answerWords } from '../../visualizer/run/arrows.ts';
import { shortDigest } from '../../visualizer/run/link.ts';
import { type Artifact, canonicalJson } from '../artifact.ts';
import { machinesDigest } from './digest.ts';
import { failedCheckSchema, failedCheckSchemaPath } from './failed-check-schema.ts';

const emitter = 'spec/emit/site/link-guide.ts';
const page = 'site/visualizer.html';

/** `site/links.json`, `site/failed-check.schema.json` and `site/README.md`. */
export function emitLinkGuide(): Artifact[] {
  const digest = machinesDigest();
  return [
    {
      path: 'site/links.json',
      content: canonicalJson({
        machines: digest,
        page,
        failedCheck: { member: failedMember, schema: failedCheckSchemaPath },
      }),
      emitter,
      audience: 'programs that link into the visualizer',
      title: 'Digest of the machines, and the names in a link',
    },
    {
      path: failedCheckSchemaPath,
      content: canonicalJson(failedCheckSchema(digest)),
      emitter: 'spec/emit/site/failed-check-schema.ts',
      audience: 'suites whose failures are opened in the visualizer',
      title: 'The form of a failed check in a link',
    },
    {
      path: 'site/README.md',
      content: guide(digest),
      emitter,
      audience: 'authors of suites',
      title: 'Links into the visualizer',
    },
  ];
}

const example = (digest: string): FailedCheck => ({
  machines: shortDigest(digest),
  title: 'The lock closes at its limit',
  limits: { wrongCodesPerTransaction: 3 },
  steps: [{ input: 'identify' }, { input: 'deliver' }, { input: 'redeemWrong', times: 3 }],
  divergesAt: 5,
  expected: answerWords('grantInvalid'),
  received: answerWords('codeWrong'),
  requirement: 'transaction/wrong-code-lock',
});

function guide(digest: string): string {
  const failed = example(digest);
  return `# Links into the visualizer

\`visualizer.html\` works from a folder and asks for nothing. Its whole state is in the fragment of its address, so that a
link shows the same to whoever opens it. No link has a passcode, a token or a handle in it: it says what was done, not
what was sent.

## A failed check

A suite that was answered otherwise than it expected can open the visualizer at the step where the two part, with what
was expected beside what was received:

    visualizer.html#${failedMember}=<JSON, percent-encoded>

[failed-check.schema.json](failed-check.schema.json) has every word that may stand in the JSON, and
[links.json](links.json) the digest of the machines, by which the page knows whether a link was made for it. For example

\`\`\`json
${JSON.stringify(failed, null, 2)}
\`\`\`

is the link

    visualizer.html${failedCheckFragment(failed)}

- \`steps\` are what was done, from a server at which nothing has happened, in any of four forms:
  - \`{"input": "redeemWrong", "times": 3}\`, an input of [tests/complete-suite.json](../tests/complete-suite.json), with
    \`bodyBytes\` and \`assertionLifeSeconds\` as there;
  - \`{"untilSeconds": 300}\`, time that passes, counted from the first step;
  - \`{"request": "redemption", "facts": {"violation": "parameterRepeated"}}\`, a request as in
    [tests/exchange-cases.json](../tests/exchange-cases.json), where \`"by": "adversary"\` shows that another client sends it;
  - \`{"machine": "transaction", "event": "denial.received"}\`, an event as in
    [tests/transaction-paths.json](../tests/transaction-paths.json), for what no request brings.
- \`divergesAt\` says which of the things done was answered otherwise. The first is 1; each of \`times\` counts,
  \`untilSeconds\` does not.
- \`expected\` and \`received\` are words: a status and an error code, the name of a header field. What looks like a secret is
  not shown.
- \`limits\` are those of the policy that the suite was played under, where they are not the recommended ones.

A link that was made for other machines is played as far as it goes, and the page says so. Every passcode of the page goes
by text message; the lives of passcodes by other methods are told by the server, not by the page.

## A run

The page itself writes shorter links, which its button copies:
\`#m=<digest>&s=identification;delivery;redemption~code=wrong*5\`. They may change with the page; programs use the form
above.
`;
}
