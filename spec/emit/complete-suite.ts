/**
 * The complete test suite of a transaction as a language-neutral file: inputs in words, tests as rows of numbers with the
 * expected answers, one case or more for each limit, and the kinds of servers that cannot pass unless they are right.
 */
import { endpoints, exchanges } from '../../model/index.ts';
import { responseTo } from '../mealy/index.ts';
import {
  completeSuite,
  countsOf,
  digestOf,
  exchangeOf,
  faultDomain,
  nothing,
  suiteInputNames,
  suiteInputs,
  suitePolicy,
} from '../verify/suite/index.ts';
import { type Artifact, canonicalJson } from './artifact.ts';
import { completeSuiteSchema } from './complete-suite-schema.ts';

const emitter = 'spec/emit/complete-suite.ts';

/** `tests/complete-suite.json` and the schema of its format. */
export const emitCompleteSuite = (): Artifact[] => [
  {
    path: 'tests/complete-suite.json',
    content: content(),
    emitter,
    audience: 'whoever tests a server, in any language',
    title: 'A test suite that is complete for stated kinds of faulty servers, and cases for every limit',
  },
  {
    path: 'tests/complete-suite.schema.json',
    content: canonicalJson(completeSuiteSchema()),
    emitter,
    audience: 'whoever reads the complete suite',
    title: 'JSON Schema of the format of the complete suite',
  },
];

const format = [
  'Each test is a pair of rows of equal length: inputs by their place in "inputs", and what each is answered with by its place in "outputs".',
  `An output is the status of the answer and, for an error response, the error code; "${nothing}" where no client asked.`,
  'Each test begins with nothing held, on a customer account and with clients of which nothing has been counted; a new customer each time will do, or a wait of both windows.',
  'The customer has an email address on file and no telephone; in a case with a method, a contact for that method.',
  'A case of a limit is played step by step and observed at every input, each of "times"; "untilSeconds" counts from the start of the case. With "bodyBytes" the request body is filled up to that length; with "assertionLifeSeconds" the client authenticates with an assertion that claims that life; with "observesCode" the announced and the received length of the passcode are observed too; for "countsHandovers" the delivery gateway refuses every message, and observed is how often it is asked.',
] as const;

function content(): string {
  const suite = completeSuite();
  const { machine, tests } = suite;
  const head = canonicalJson({
    format,
    faultDomain: faultDomain(suite),
    policy: { limits: suitePolicy.limits },
    counts: countsOf(suite),
    digest: digestOf(suite),
    inputs: suiteInputNames.map((name) => {
      const exchange = exchangeOf(suiteInputs[name]);
      return {
        name,
        ...(exchange === undefined ? {} : { endpoint: endpoints[exchanges[exchange].endpoint].name }),
        ...suiteInputs[name],
      };
    }),
    outputs: machine.outputs,
    limits: suite.limits,
  });
  // a test in a line: a change of the suite can be read as a change of tests
  const rows = tests.map((test) => JSON.stringify([test, responseTo(machine, test)]));
  return head.replace(/\n\}\n$/, `,\n  "tests": [\n    ${rows.join(',\n    ')}\n  ]\n}\n`);
}
