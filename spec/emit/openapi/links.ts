/** How the answer of one operation feeds the next, as far as OpenAPI can say it. */
import type { oas31 } from 'openapi3-ts';
import {
  authenticationSchemes,
  type ExchangeName,
  grantType,
  headers,
  type OutcomeName,
  parameters as p,
} from '../../../model/index.ts';
import { operationId } from './names.ts';

/** Links by the operation they lead to, for the outcomes that lead anywhere. */
export function linksFrom(outcome: OutcomeName): oas31.LinksObject | undefined {
  switch (outcome) {
    case 'sessionIssued':
      return {
        ...link(
          'delivery',
          'Have the passcode sent by the option that the resource owner chose; here it is the first one.',
          {
            [p.authSession.name]: fromAnswer(p.authSession.name),
            [p.deliveryOption.name]: fromAnswer(`${p.deliveryOptions.name}/0/${p.deliveryOptionId.name}`),
          },
        ),
        ...link('redemption', 'Redeem the passcode, once it has been sent and typed in.', {
          [p.grantType.name]: grantType.name,
          [p.authSession.name]: fromAnswer(p.authSession.name),
        }),
      };
    case 'codeSent':
      return link('redemption', `Redeem the passcode; \`${p.userCode.name}\` is what the resource owner types in.`, {
        [p.grantType.name]: grantType.name,
        [p.authSession.name]: fromRequest(p.authSession.name),
      });
    case 'tokenIssued':
      return link(
        'usage',
        `Read usage. \`${p.accessToken.name}\` of this answer goes into the ${headers.authorization.name} header field as a ${authenticationSchemes.bearer} token, which a link cannot express.`,
      );
    default:
      return undefined;
  }
}

function link(exchange: ExchangeName, description: string, requestBody?: Record<string, string>): oas31.LinksObject {
  const operation = operationId(exchange);
  return {
    [operation]: { operationId: operation, description, ...(requestBody === undefined ? {} : { requestBody }) },
  };
}

const fromAnswer = (member: string): string => `$response.body#/${member}`;
const fromRequest = (member: string): string => `$request.body#/${member}`;
