/** The format of the complete suite, so that programs in other languages can read it with generated types. */
import { deliveryMethods, limits } from '../../model/index.ts';
import { suiteInputNames } from '../verify/suite/index.ts';
import { closed, listOf, oneOf, text } from './schema-parts.ts';
import { limitsSchema } from './test-paths-schema.ts';

const whole = (minimum: number, description: string) => ({ type: 'integer', minimum, description });

/** The schema, as JSON Schema 2020-12. */
export const completeSuiteSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://otp-flow.example/tests/complete-suite.schema.json',
  title: 'CompleteSuite',
  ...closed('A test suite that is complete for stated kinds of faulty servers, and cases for every limit.', {
    format: listOf(text('A sentence.'), 'How to read this file.'),
    faultDomain: listOf(text('A sentence.'), 'Which servers cannot pass.'),
    policy: closed('What the server under test has to be set to.', { limits: limitsSchema() }),
    counts: { type: 'object', additionalProperties: whole(0, 'A number of things in this file.') },
    digest: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of inputs, outputs and tests.' },
    inputs: listOf({ $ref: '#/$defs/input' }, 'Tests name inputs by their place here, from 0.'),
    outputs: listOf(
      text('A status, perhaps with an error code, or a dash.'),
      'Tests name outputs by their place here.',
    ),
    limits: listOf({ $ref: '#/$defs/limit' }, 'One row for each limit.'),
    tests: listOf(
      {
        type: 'array',
        prefixItems: [{ $ref: '#/$defs/places' }, { $ref: '#/$defs/places' }],
        items: false,
        minItems: 2,
      },
      'Each a row of inputs, and a row of equal length with what each is answered with.',
    ),
  }),
  $defs: {
    places: listOf(whole(0, 'A place, from 0.'), 'Places, in the order of the test.'),
    input: closed(
      'Something that a tester does.',
      {
        name: oneOf(suiteInputNames, 'Unique in this file.'),
        endpoint: text(
          'The member of the metadata that names the endpoint, or "usage"; absent for what is no request.',
        ),
        kind: oneOf(['identification', 'delivery', 'redemption', 'usage', 'denial', 'wait'], 'What it is.'),
        sender: oneOf(['same', 'other', 'nobody'], 'Which client sends the request.'),
        option: oneOf(['onFile', 'none', 'unoffered', 'missing'], 'Which delivery option is chosen.'),
        code: oneOf(['newest', 'earlier', 'wrong', 'missing'], 'Which passcode is brought.'),
        until: oneOf(['interval', 'code', 'transaction'], 'What is waited for.'),
        words: text('The same in a sentence, which decides.'),
      },
      ['endpoint', 'sender', 'option', 'code', 'until'],
    ),
    limit: closed(
      'What a limit is worth, and how that can be seen.',
      {
        limit: oneOf(Object.keys(limits), 'The limit.'),
        value: whole(0, 'What it is worth under the policy of this file.'),
        unseen: text('Why nobody can see it.'),
        cases: listOf(
          closed('Steps, and what is observed.', {
            steps: listOf({ $ref: '#/$defs/step' }, 'In order.'),
            expected: listOf(text('An observation.'), 'One for each time that an input is given, and each count.'),
          }),
          'Each begins anew.',
        ),
      },
      ['unseen', 'cases'],
    ),
    step: {
      oneOf: [
        closed(
          'An input is given.',
          {
            input: oneOf(suiteInputNames, 'The input.'),
            times: whole(1, 'How often; once when absent.'),
            method: oneOf(Object.keys(deliveryMethods), 'By which method a passcode is delivered; email when absent.'),
            bodyBytes: whole(1, 'The length up to which the body is filled.'),
            assertionLifeSeconds: whole(1, 'The life that the assertion of the client claims.'),
            observesCode: { const: true, description: 'The length of the passcode is observed too.' },
          },
          ['times', 'method', 'bodyBytes', 'assertionLifeSeconds', 'observesCode'],
        ),
        closed('Time passes.', { untilSeconds: whole(0, 'Seconds since the start of the case.') }),
        closed('A gateway that refuses every message is counted.', { countsHandovers: { const: true } }),
      ],
    },
  },
});
