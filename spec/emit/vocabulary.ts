/** Every wire identifier, with what a registration at IANA needs. */
import {
  clientAuthenticationMethods,
  clientMetadata,
  codeCharsets,
  deliveryMethods,
  endpoints,
  errors,
  grantType,
  headers,
  jwtBearerAssertionType,
  mediaTypes,
  parameters,
  references,
  scopes,
  serverMetadata,
  signingAlgorithms,
  subjectIdentifierFormats,
} from '../../model/index.ts';
import { type Artifact, canonicalJson } from './artifact.ts';

/** The tables of the vocabulary, each a list of rows with the name under which the model knows them as `key`. */
export const vocabulary = () => ({
  grantTypes: listed({ grantType }),
  assertionTypes: listed({ jwtBearerAssertionType }),
  endpoints: listed(endpoints),
  parameters: listed(parameters),
  errors: listed(errors),
  scopes: listed(scopes),
  subjectIdentifierFormats: listed(subjectIdentifierFormats),
  deliveryMethods: listed(deliveryMethods),
  codeCharsets: listed(codeCharsets),
  serverMetadata: listed(serverMetadata),
  clientMetadata: listed(clientMetadata),
  clientAuthenticationMethods: listed(clientAuthenticationMethods),
  signingAlgorithms: listed(signingAlgorithms),
  headerFields: listed(headers),
  mediaTypes: Object.entries(mediaTypes).map(([key, name]) => ({ key, name })),
  references: listed(references),
});

/** `vocabulary.json`. */
export const emitVocabulary = (): Artifact[] => [
  {
    path: 'vocabulary.json',
    content: canonicalJson(vocabulary()),
    emitter: 'spec/emit/vocabulary.ts',
    audience: 'whoever writes IANA Considerations or checks names',
    title: 'Every name on the wire, where it comes from, and how it is registered',
  },
];

const listed = <Row extends object>(table: Readonly<Record<string, Row>>) =>
  Object.entries(table).map(([key, row]) => ({ key, ...row }));
