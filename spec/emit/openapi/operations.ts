/** One operation per exchange. */
import type { oas31 } from 'openapi3-ts';
import { type EndpointRow, type ExchangeName, endpoints, exchanges } from '../../../model/index.ts';
import { errorsOf, operationNames, sharedBy } from '../answers.ts';
import type { Recording } from '../recording.ts';
import { requirementsOfExchange } from '../requirement-attachments.ts';
import { errorTable } from './error-table.ts';
import { operationId, tagOf } from './names.ts';
import { requestOf } from './requests.ts';
import { responses } from './responses.ts';
import { securityOf } from './security.ts';

/** All paths, in the order of the exchange table. */
export function paths(recordings: readonly Recording[]): oas31.PathsObject {
  return Object.fromEntries(
    operationNames.map((exchange) => {
      const { path, method }: EndpointRow = endpoints[exchanges[exchange].endpoint];
      return [path, { [method.toLowerCase()]: operation(recordings, exchange) }];
    }),
  );
}

function operation(recordings: readonly Recording[], exchange: ExchangeName): oas31.OperationObject {
  const sharing = sharedBy(exchange).map((name) => exchanges[name]);
  const summary = sharing.map((row) => row.summary).join('; or: ');
  const description = sharing.map((row) => row.description).join('\n\n');
  return {
    operationId: operationId(exchange),
    summary,
    description: errorsOf(exchange).length === 0 ? description : `${description}\n\n${errorTable(exchange)}\n`,
    tags: [tagOf[exchange]],
    security: securityOf(exchange),
    ...requestOf(recordings, exchange),
    responses: responses(recordings, exchange),
    'x-requirements': [...new Set(sharedBy(exchange).flatMap((name) => requirementsOfExchange(name)))],
  };
}
