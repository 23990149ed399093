/** Faults in the generated interface: schemas, OpenAPI, metadata and routes: each is found by its bytes, and by a rule that understands the file, where there is one. */
import type { Fault } from './fault.ts';

const schemas = 'schemas and their examples hold in two validators';
const openApi = 'OpenAPI describes what the machines do, and nothing else';
const documents = 'documents agree with each other';
const yaml = 'YAML says the same as JSON';
const routes = 'routes are those of the OpenAPI document';
const manifest = 'the manifest is true';

const file = (path: string) => `generated/${path}`;
const v31 = file('openapi/otp-flow.openapi-3.1.json');
const v30 = file('openapi/otp-flow.openapi-3.0.json');
const tokenRequest = file('schemas/access-token-request.schema.json');
const deliveryResponse = file('schemas/otp-delivery-response.schema.json');
const plugin = file('server/routes.ts');
const metadata = file('authorization-server-metadata.json');

export const interfaceFaults = [
  {
    kind: 'JSON Schema',
    name: 'a passcode loses a character of its example',
    file: tokenRequest,
    find: '"04915672"',
    replace: '""',
    meaning: schemas,
  },
  {
    kind: 'JSON Schema',
    name: 'a maximum is below its example',
    file: deliveryResponse,
    find: '"maximum": 2592000',
    replace: '"maximum": 60',
    meaning: schemas,
  },
  {
    kind: 'JSON Schema',
    name: 'a type is another',
    file: deliveryResponse,
    find: '"type": "integer"',
    replace: '"type": "string"',
    meaning: schemas,
  },
  {
    kind: 'JSON Schema',
    name: 'a pattern forbids its example',
    file: deliveryResponse,
    find: '"pattern": "^[a-z]',
    replace: '"pattern": "^[0-9]',
    meaning: schemas,
  },
  {
    kind: 'JSON Schema',
    name: 'a required member is optional',
    file: 'generated/schemas/otp-delivery-request.schema.json',
    find: '    "auth_session",\n',
    replace: '',
    meaning: manifest,
  },

  { kind: 'OpenAPI', name: 'a status is another', file: v31, find: '"429": {', replace: '"504": {', meaning: openApi },
  {
    kind: 'OpenAPI',
    name: 'a required member is optional',
    file: v31,
    find: '"required": [\n          "auth_session",',
    replace: '"required": [',
    meaning: openApi,
  },
  {
    kind: 'OpenAPI',
    name: 'an error code is misspelt',
    file: v31,
    find: '| `invalid_user_code` |',
    replace: '| `invalid_usercode` |',
    meaning: openApi,
  },
  {
    kind: 'OpenAPI',
    name: 'a path is another',
    file: v31,
    find: '"/otp-delivery": {',
    replace: '"/otp-delivers": {',
    meaning: openApi,
  },
  {
    kind: 'OpenAPI',
    name: 'a header field is gone',
    file: v31,
    find: '"Retry-After": {',
    replace: '"Retry-Later": {',
    meaning: openApi,
  },
  {
    kind: 'OpenAPI',
    name: 'a limit is another in 3.0',
    file: v30,
    find: '"maxLength": 64',
    replace: '"maxLength": 65',
    meaning: openApi,
  },
  {
    kind: 'OpenAPI',
    name: 'an operation is named otherwise in 3.0',
    file: v30,
    find: '"operationId": "requestOtpDelivery",\n        "summary"',
    replace: '"operationId": "deliver",\n        "summary"',
    meaning: documents,
  },
  {
    kind: 'OpenAPI',
    name: 'a YAML document says something else',
    file: file('openapi/otp-flow.openapi-3.1.yaml'),
    find: 'operationId: requestAccessToken',
    replace: 'operationId: requestToken',
    meaning: yaml,
  },

  {
    kind: 'metadata',
    name: 'an endpoint is another',
    file: metadata,
    find: '/otp-delivery"',
    replace: '/otp-deliver"',
    meaning: documents,
  },
  {
    kind: 'metadata',
    name: 'a grant type is misspelt',
    file: metadata,
    find: 'grant-type:otp"',
    replace: 'grant-type:top"',
    meaning: documents,
  },
  {
    kind: 'metadata',
    name: 'a delivery method is announced that is not served',
    file: metadata,
    find: '"email"\n',
    replace: '"email",\n    "postal"\n',
    meaning: documents,
  },
  {
    kind: 'metadata',
    name: 'a response type is announced',
    file: metadata,
    find: '"response_types_supported": []',
    replace: '"response_types_supported": ["code"]',
    meaning: documents,
  },

  {
    kind: 'routes',
    name: 'a route has another path',
    file: plugin,
    find: "app.route({ method: 'POST', url: '/token'",
    replace: "app.route({ method: 'POST', url: '/tokens'",
    meaning: routes,
  },
  {
    kind: 'routes',
    name: 'a route is gone',
    file: plugin,
    find: "  app.route({ method: 'GET', url: '/jwks', config: { exchange: 'keys' }",
    replace: "  app.route({ method: 'GET', url: '/jwks', config: { exchange: 'metadata' }",
    meaning: routes,
  },
  {
    kind: 'routes',
    name: 'an answer has another status',
    file: plugin,
    find: "outcome: 'clientTooBusy'; readonly status: 429",
    replace: "outcome: 'clientTooBusy'; readonly status: 400",
    meaning: routes,
  },
  {
    kind: 'routes',
    name: 'an answer has another message',
    file: plugin,
    find: 'readonly body: OtpDeliveryResponse',
    replace: 'readonly body: OtpAuthorizationResponse',
    meaning: routes,
  },
  {
    kind: 'routes',
    name: 'an event is left out',
    file: plugin,
    find: "'quota code.attempted', ",
    replace: '',
    meaning: routes,
  },
] as const satisfies readonly Fault[];
