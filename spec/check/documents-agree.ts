/**
 * Emitted documents, held against each other and against the tables that they repeat: the metadata against the
 * vocabulary, OpenAPI 3.0 against 3.1, the graphs of the machines against their definitions.
 */
import {
  clientAssertionAlgs,
  clientAuthenticationMethods,
  type DeliveryMethodRow,
  deliveryMethods,
  endpoints,
  grantType,
  type MachineDefinition,
  serverMetadata as m,
  machineDefinitions,
  messageLocales,
  proofAlgs,
  refreshGrantType,
  type StateDefinition,
  scopes,
  subjectIdentifierFormats,
} from '../../model/index.ts';
import { machinePath } from '../emit/machine-graph.ts';
import { openApiPath } from '../emit/openapi-artifacts.ts';
import { type Difference, differences } from './differences.ts';
import { compareFindings, type Finding } from './finding.ts';
import { type ReadDocument, type ReadOperation, readDocument } from './openapi-document.ts';
import type { EmittedDocument } from './openapi-matches-machine.ts';

const fix = 'npm run generate; if it stays, the emitters disagree';

/**
 * Findings for a set of artifacts. Of the documents that are compared here, those that are not in the set are passed
 * over, so that a part of the artifacts can be checked alone.
 */
export function documentsAgree(artifacts: readonly EmittedDocument[]): Finding[] {
  const contents = new Map(artifacts.map(({ path, content }) => [path, content]));
  const metadata = contents.get('authorization-server-metadata.json');
  const [newer, older] = [contents.get(openApiPath('3.1', 'json')), contents.get(openApiPath('3.0', 'json'))];
  return [
    ...(metadata === undefined
      ? []
      : inFile('documents/metadata', 'authorization-server-metadata.json', metadataDiffers(metadata))),
    ...(newer === undefined || older === undefined
      ? []
      : inFile('documents/openapi', openApiPath('3.0', 'json'), openApiDiffers(newer, older))),
    ...Object.values<MachineDefinition>(machineDefinitions).flatMap((definition) => {
      const path = `${machinePath(definition)}.graph.json`;
      const graph = contents.get(path);
      return graph === undefined ? [] : inFile('documents/graph', path, graphDiffers(definition, graph));
    }),
  ].sort(compareFindings);
}

const inFile = (rule: string, file: string, found: readonly Difference[]): Finding[] =>
  found.map(({ pointer, expected, actual }) => ({ rule, file, element: pointer, expected, actual, fix }));

/** Every list of the metadata holds what the vocabulary has, and the endpoints are those of its paths. */
function metadataDiffers(content: string): Difference[] {
  const actual = JSON.parse(content) as Readonly<Record<string, unknown>>; // an artifact in JSON, with an object in it
  const issuer = String(actual[m.issuer.name]);
  const names = (table: Readonly<Record<string, { readonly name: string }>>) =>
    Object.values(table).map((row) => row.name);
  const served = Object.entries<DeliveryMethodRow>(deliveryMethods).filter(([, row]) => row.served);
  const urls = [
    endpoints.otpAuthorization,
    endpoints.otpDelivery,
    endpoints.token,
    endpoints.revocation,
    endpoints.introspection,
    endpoints.jwks,
  ];
  const expected = {
    [m.issuer.name]: issuer,
    ...Object.fromEntries(urls.map(({ name, path }) => [name, `${issuer}${path}`])),
    [m.scopesSupported.name]: names(scopes),
    [m.responseTypesSupported.name]: [],
    [m.grantTypesSupported.name]: [grantType.name, refreshGrantType.name],
    [m.authMethodsSupported.name]: names(clientAuthenticationMethods),
    [m.authSigningAlgsSupported.name]: clientAssertionAlgs,
    [m.revocationAuthMethodsSupported.name]: names(clientAuthenticationMethods),
    [m.revocationAuthSigningAlgsSupported.name]: clientAssertionAlgs,
    [m.introspectionAuthMethodsSupported.name]: names(clientAuthenticationMethods),
    [m.introspectionAuthSigningAlgsSupported.name]: clientAssertionAlgs,
    [m.dpopSigningAlgsSupported.name]: proofAlgs,
    [m.uiLocalesSupported.name]: messageLocales,
    [m.subIdFormatsSupported.name]: names(subjectIdentifierFormats),
    [m.deliveryMethodsSupported.name]: names(Object.fromEntries(served)),
  };
  return differences(expected, actual);
}

/** Both have the same operations, answers, header fields, parameters, members and required members. */
function openApiDiffers(newer: string, older: string): Difference[] {
  const [expected, actual] = [readDocument(newer), readDocument(older)];
  if (typeof expected === 'string') return [{ pointer: '#', expected: 'a 3.1 document', actual: expected }];
  if (typeof actual === 'string') return [{ pointer: '#', expected: 'a 3.0 document', actual }];
  return differences(shape(expected, actual), shape(actual, actual));
}

/** What both versions can say, in one shape. 3.0 writes out what a string holds, so it lacks some components. */
function shape({ paths = {}, components }: ReadDocument, older: ReadDocument) {
  const common = Object.keys(older.components?.schemas ?? {});
  const schemas = Object.entries(components?.schemas ?? {}).filter(([name]) => common.includes(name));
  return {
    paths: mapValues(paths, (item) => mapValues(item, operationShape)),
    components: {
      schemas: mapValues(Object.fromEntries(schemas), ({ properties = {}, required = [] }) => ({
        properties: mapValues(properties, ({ description, type, $ref, allOf }) => ({
          description,
          type,
          $ref: $ref ?? allOf?.[0]?.$ref, // beside a description 3.0 wraps a reference
        })),
        required,
      })),
    },
  };
}

const operationShape = ({ operationId, description, parameters = [], requestBody, responses = {} }: ReadOperation) => ({
  operationId,
  description,
  parameters: parameters.map(({ name, required, description: words }) => ({ name, required, description: words })),
  requestBody: requestBody?.content,
  responses: mapValues(responses, ({ description: words, headers, content }) => ({
    description: words,
    headers,
    content,
  })),
});

function graphDiffers({ states, initial }: MachineDefinition, content: string): Difference[] {
  // An artifact of machine-graph.ts; a member that is not there counts as none.
  const graph = JSON.parse(content) as {
    readonly nodes?: readonly unknown[];
    readonly edges?: readonly unknown[];
    readonly initial?: string;
  };
  const counted = { nodes: countStates(states), edges: countTransitions(states), initial };
  const found = { nodes: graph.nodes?.length ?? 0, edges: graph.edges?.length ?? 0, initial: graph.initial };
  return differences(counted, found);
}

type States = Readonly<Record<string, StateDefinition>>;

const countStates = (states: States): number =>
  Object.values(states).reduce((sum, { states: children = {} }) => sum + 1 + countStates(children), 0);

const countTransitions = (states: States): number =>
  Object.values(states).reduce(
    (sum, { on = {}, states: children = {} }) => sum + Object.values(on).flat().length + countTransitions(children),
    0,
  );

const mapValues = <Value, Result>(table: Readonly<Record<string, Value>>, change: (value: Value) => Result) =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));
