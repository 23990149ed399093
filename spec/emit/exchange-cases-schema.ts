/** The format of the exchange cases, so that programs in other languages can read them with generated types. */
import { errors, exchanges, headers, outcomes, parameters } from '../../model/index.ts';
import { memberOf } from './sandbox/request.ts';
import { closed, listOf, oneOf, text } from './schema-parts.ts';

const status = { type: 'integer', minimum: 100, maximum: 599, description: 'The status of the answer.' };
const texts = { type: 'object', additionalProperties: { type: 'string' } };

/** The schema, as JSON Schema 2020-12. */
export const exchangeCasesSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://otp-flow.example/tests/exchange-cases.schema.json',
  title: 'ExchangeCases',
  ...closed('Requests in the first situation of a server, with the expected answers.', {
    cases: listOf({ $ref: '#/$defs/case' }, 'In any order; each stands for itself.'),
  }),
  $defs: {
    case: closed(
      'A request and its answer.',
      {
        id: text('Unique in this file.'),
        exchange: oneOf(Object.keys(exchanges), 'The exchange that the request is of.'),
        facts: {
          type: 'object',
          properties: { violation: text('A rule of the front door, or "none".') },
          required: ['violation'],
          additionalProperties: { type: 'string' },
          description: 'What is true of the request; "violation" names the rule that it breaks, or is "none".',
        },
        outcome: oneOf(Object.keys(outcomes), 'How the exchange ends.'),
        status,
        error: oneOf(
          Object.values(errors).map(({ name }) => name),
          'The error code on the wire.',
        ),
        headers: {
          type: 'array',
          items: { type: 'string', enum: Object.values(headers).map(({ name }) => name) },
          description: 'Header fields that the answer has to carry.',
        },
        requests: listOf(
          { $ref: '#/$defs/request' },
          'To be sent one after the other; the last one is the one that the case is about.',
        ),
      },
      ['error'],
    ),
    request: closed(
      `A request, whole, but for what an earlier answer supplies: "${memberOf(2, parameters.accessToken.name)}" is that member of the second.`,
      {
        title: text('What happens, in a few words.'),
        method: oneOf(['GET', 'POST'], 'The method.'),
        path: { type: 'string', pattern: '^/', description: 'Under the issuer, with the query.' },
        client: text('Who sends it, with HTTP Basic authentication and the secret of the sandbox; absent for nobody.'),
        accessToken: text('Sent as a bearer token.'),
        proof: text('Value of the DPoP header field. An access token beside it is sent with the scheme DPoP.'),
        contentType: text('Absent when there is no body.'),
        form: { ...texts, description: 'Parameters of a form, each once.' },
        body: { type: 'string', description: 'A body to be sent as it stands.' },
        bodyBytes: { type: 'integer', minimum: 1, description: 'A body of that many letters a.' },
        json: { type: 'object', description: 'A body in JSON, for the routes of the sandbox.' },
      },
      ['client', 'accessToken', 'proof', 'contentType', 'form', 'body', 'bodyBytes', 'json'],
    ),
  },
});
