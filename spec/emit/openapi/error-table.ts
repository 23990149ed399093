/**
 * What the description of an operation says about errors: which codes it answers with, and when. In the schemas `error`
 * stays an open string, because clients that were generated from a closed list cannot read a code that is added later.
 */
import {
  type AdmissionRuleName,
  admissionRules,
  defaultLimits,
  type ErrorName,
  type ExchangeName,
  endpoints,
  errors,
  exchanges,
  mediaTypes,
  parameters,
} from '../../../model/index.ts';
import { type Answer, answersAt } from '../answers.ts';

/** A Markdown table: error code, status, meaning, and the cases in which this operation answers with it. */
export function errorTable(exchange: ExchangeName): string {
  const rows = answersAt(exchange).flatMap((answer) => {
    const { error, status } = answer.row;
    return error === undefined ? [] : [{ error, status, cases: casesOf(exchange, answer) }];
  });
  const kinds = [...new Map(rows.map((row) => [`${row.error} ${row.status}`, row])).values()];
  const lines = kinds.map(({ error, status }) => {
    const cases = rows.filter((row) => row.error === error && row.status === status).flatMap((row) => row.cases);
    return `| ${code(error)} | ${status} | ${errors[error].description}. | ${cases.join('<br>')} |`;
  });
  return ['| Error | Status | Meaning | When |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** `` `invalid_request`, `slow_down` ``: the codes of some answers, each once. */
export const errorCodes = (answers: readonly Answer[]): string =>
  [...new Set(answers.flatMap(({ row }) => row.error ?? []))].map(code).join(', ');

const code = (error: ErrorName): string => `\`${errors[error].name}\``;

/** Rules of the front door have words of their own; a machine answers in the words of the outcome. */
function casesOf(exchange: ExchangeName, { row, answeredBy }: Answer): string[] {
  const words = answeredBy.map((source) => (source.kind === 'rule' ? ruleWords(source.rule, exchange) : row.words));
  return [...new Set(words)].map((sentence) => `${sentence}.`);
}

function ruleWords(rule: AdmissionRuleName, exchange: ExchangeName): string {
  const name = nameIn(rule, exchange);
  const { words } = admissionRules[rule];
  return name === undefined ? words.replace('The parameter {name}', 'A parameter') : words.replace('{name}', name);
}

/** What stands for `{name}` in a rule's words, where it is the same for every request of the operation. */
function nameIn(rule: AdmissionRuleName, exchange: ExchangeName): string | undefined {
  switch (rule) {
    case 'methodNotAllowed':
      return endpoints[exchanges[exchange].endpoint].method;
    case 'contentTypeWrong':
      return `\`${mediaTypes.form}\``;
    case 'bodyTooLarge':
      return String(defaultLimits.requestBytes);
    case 'grantTypeMissing':
      return `\`${parameters.grantType.name}\``;
    case 'subIdMalformed':
      return `\`${parameters.subId.name}\``;
    default:
      return undefined;
  }
}
