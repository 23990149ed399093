/**
 * Faults planted in a document, each as somebody could make it, to see that the run is able to fail. A set-up that
 * passes with the sound document has to stumble over the faulty one.
 */
import type { Step } from '../../spec/emit/generator-matrix.ts';

/** As much of a document as the faults touch; anything else in it is left as it is. */
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

interface Operation {
  parameters?: object[];
  requestBody?: { readonly content: Record<string, object> };
}

interface Schema {
  required?: string[];
  readonly properties: Record<string, object>;
}

export interface DocumentFault {
  readonly fault: string;
  /** Name of the set-up that stumbles. */
  readonly setUp: string;
  /** Where it stumbles first. */
  readonly at: Step;
  plant(document: Document): void;
}

const formType = 'application/x-www-form-urlencoded';

export const documentFaults: readonly DocumentFault[] = [
  {
    fault: 'the token request has no requestBody',
    setUp: 'oazapfts',
    at: 'compile',
    plant: (document) => {
      delete operation(document, '/token').requestBody;
    },
  },
  {
    fault: 'the delivery request is said to be JSON',
    setUp: 'hey-api',
    at: 'deliver',
    plant: (document) => {
      const { content } = operation(document, '/otp-delivery').requestBody ?? { content: {} };
      content['application/json'] = content[formType] ?? {};
      delete content[formType];
    },
  },
  {
    fault: 'auth_session is a parameter of the query and of the form',
    setUp: 'hey-api',
    at: 'compile',
    plant: (document) => {
      operation(document, '/otp-delivery').parameters = [
        { name: 'auth_session', in: 'query', required: true, schema: { type: 'string' } },
      ];
    },
  },
  {
    fault: 'user_code is a number, so that leading zeros are lost',
    setUp: 'openapi-fetch',
    at: 'compile',
    plant: (document) => {
      schema(document, 'AccessTokenRequest').properties.user_code = { type: 'integer' };
    },
  },
  {
    fault: 'a member of the delivery response is required that no server sends',
    setUp: 'openapi-zod-client',
    at: 'deliver',
    plant: (document) => {
      const response = schema(document, 'OtpDeliveryResponse');
      response.properties.channel = { type: 'string' };
      response.required = [...(response.required ?? []), 'channel'];
    },
  },
  {
    fault: 'the token endpoint is at another path',
    setUp: 'oazapfts',
    at: 'redeem',
    plant: (document) => {
      document.paths['/tokens'] = document.paths['/token'] ?? {};
      delete document.paths['/token'];
    },
  },
];

/**
 * The text of a document with a fault in it.
 *
 * @throws Error when the fault changed nothing, so that it cannot rot unseen
 */
export function faultyDocument({ fault, plant }: DocumentFault, text: string): string {
  const document = JSON.parse(text) as Document; // our own emitter wrote it
  const before = JSON.stringify(document);
  plant(document);
  const after = JSON.stringify(document);
  if (after === before) throw new Error(`the fault "${fault}" does not fit the document any more`);
  return after;
}

function operation({ paths }: Document, path: string, method = 'post'): Operation {
  const found = paths[path]?.[method];
  if (found === undefined) throw new Error(`the document has no ${method} ${path}`);
  return found;
}

function schema({ components }: Document, name: string): Schema {
  const found = components.schemas[name];
  if (found === undefined) throw new Error(`the document has no schema ${name}`);
  return found;
}
