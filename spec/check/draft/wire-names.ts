/** The names on the wire that a reader of the draft has to meet. */
import * as vocabulary from '../../../model/vocabulary/index.ts';

/**
 * Parameters of the example's resource and of documents that the draft only cites are not left out; header fields and
 * paths are: the former are HTTP's own, the latter a choice of each deployment.
 */
export const wireNames = (): string[] => [
  vocabulary.grantType.name,
  vocabulary.jwtBearerAssertionType.name,
  ...[
    vocabulary.parameters,
    vocabulary.errors,
    vocabulary.serverMetadata,
    vocabulary.clientMetadata,
    vocabulary.clientAuthenticationMethods,
    vocabulary.subjectIdentifierFormats,
    vocabulary.deliveryMethods,
    vocabulary.codeCharsets,
    vocabulary.scopes,
  ].flatMap((table) => Object.values(table).map(({ name }) => name)),
  ...Object.values<vocabulary.EndpointRow>(vocabulary.endpoints)
    .filter(({ iana }) => iana.status !== 'none')
    .map(({ name }) => name),
];
