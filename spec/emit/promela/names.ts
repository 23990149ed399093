/** Names of the model as Promela can write them. */

const words = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll("'s ", ' ')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');

/** Such as `first_wrongCodes`. Always with a capital or an underscore in it or after it, since Promela's keywords have none. */
export function variableName(text: string): string {
  const name = words(text).join('_');
  return keywords.has(name) ? `${name}_` : name;
}

/** Such as `PENDING_COOLING`. */
export const constantName = (text: string): string => {
  const name = words(text.replace(/([a-z])([A-Z])/g, '$1_$2'))
    .join('_')
    .toUpperCase();
  return /^\d/.test(name) ? `N${name}` : name;
};

/** Words of Promela, and of the C that SPIN makes of it, which the model might use. */
const keywords = new Set([
  'active',
  'assert',
  'atomic',
  'bit',
  'bool',
  'break',
  'byte',
  'chan',
  'do',
  'else',
  'empty',
  'enabled',
  'end',
  'eval',
  'false',
  'fi',
  'full',
  'goto',
  'hidden',
  'if',
  'init',
  'inline',
  'int',
  'len',
  'mtype',
  'never',
  'now',
  'of',
  'or',
  'print',
  'priority',
  'run',
  'short',
  'skip',
  'timeout',
  'true',
  'typedef',
  'unless',
]);

/** Words for a comment: nothing in them ends it. */
export const comment = (text: string): string => text.replaceAll('*/', '* /').replaceAll('/*', '/ *');
