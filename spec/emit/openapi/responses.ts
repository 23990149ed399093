/** The responses of an operation: one per status that a walk of the machines has reached, with all that can end so. */
import type { oas31 } from 'openapi3-ts';
import { type ExchangeName, type MessageName, mediaTypes } from '../../../model/index.ts';
import { type Answer, answersByStatus } from '../answers.ts';
import type { Recording } from '../recording.ts';
import { errorCodes } from './error-table.ts';
import { responseExamples } from './examples.ts';
import { headerFields } from './header-fields.ts';
import { linksFrom } from './links.ts';
import { schemaRef } from './names.ts';

/** Responses by status. `x-outcomes` names what the model calls the answers, as the examples do. */
export function responses(recordings: readonly Recording[], exchange: ExchangeName): oas31.ResponsesObject {
  return Object.fromEntries(
    [...answersByStatus(exchange)].map(([status, answers]) => {
      const links = Object.assign({}, ...answers.map(({ outcome }) => linksFrom(outcome))) as oas31.LinksObject; // each is one or nothing
      const message = messageOf(status, answers);
      const response: oas31.ResponseObject = {
        description: description(answers),
        headers: headerFields(recordings, exchange, answers),
        ...(message === undefined ? {} : { content: content(message, recordings, exchange, answers) }),
        ...(Object.keys(links).length > 0 ? { links } : {}),
        'x-outcomes': answers.map(({ outcome }) => outcome),
      };
      return [String(status), response];
    }),
  );
}

function content(
  message: MessageName,
  recordings: readonly Recording[],
  exchange: ExchangeName,
  answers: readonly Answer[],
): oas31.ContentObject {
  const examples = responseExamples(recordings, exchange, answers);
  const shown = Object.keys(examples).length > 0 ? { examples } : {};
  return { [mediaTypes.json]: { schema: schemaRef(message), ...shown } };
}

/** Generated clients read one type per status, so the model may not need two. */
function messageOf(status: number, answers: readonly Answer[]): MessageName | undefined {
  const [message, ...others] = new Set(answers.flatMap(({ row }) => row.message ?? []));
  if (others.length > 0) throw new Error(`answers with status ${status} are ${message} and ${others.join(', ')}`);
  return message;
}

function description(answers: readonly Answer[]): string {
  const codes = errorCodes(answers);
  const [only] = answers.length === 1 ? answers : [];
  const what = only === undefined ? 'Refused.' : `${only.row.words}.`;
  const bodiless = answers
    .filter(({ row }) => row.message === undefined)
    .map((answer) => (answer === only ? 'There is no body.' : `${answer.row.words}: no body.`));
  const error = codes === '' ? [] : [`\`error\` is ${codes}, or a code that is newer than this document.`];
  return [what, ...error, ...bodiless].join(' ');
}
