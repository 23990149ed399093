/** What an anchor inside of a sentence stands for. Names are those of the model's tables, never those of the wire. */
import {
  clientAuthenticationMethods,
  clientMetadata,
  codeCharsets,
  deliveryMethods,
  endpoints,
  errors,
  grantType,
  headers,
  inWords,
  jwtBearerAssertionType,
  limits,
  type MachineDefinition,
  outcomes,
  parameters,
  requirements,
  restingStates,
  scopes,
  serverMetadata,
  subjectIdentifierFormats,
  transaction,
} from '../../../model/index.ts';
import { arrows, letter } from './figures/sequence-figure.ts';
import { guessingOdds, oddsInWords } from './guessing.ts';
import { code, type Inline, pointer, text } from './tree.ts';
import { isCited } from './words.ts';

/** What comes of an anchor; undefined when its arguments name nothing. */
export type InlineSplice = (args: readonly string[]) => readonly Inline[] | undefined;

const nameIn =
  (table: Readonly<Record<string, { readonly name: string }>>): InlineSplice =>
  ([name = '', ...rest]) => {
    const row = Object.hasOwn(table, name) && rest.length === 0 ? table[name] : undefined;
    return row === undefined ? undefined : [code(row.name)];
  };

const alone =
  (value: string): InlineSplice =>
  (args) =>
    args.length === 0 ? [code(value)] : undefined;

export const inlineSplices = {
  param: nameIn(parameters),
  error: nameIn(errors),
  endpoint: nameIn(endpoints),
  metadata: nameIn(serverMetadata),
  'client-metadata': nameIn(clientMetadata),
  method: nameIn(deliveryMethods),
  format: nameIn(subjectIdentifierFormats),
  charset: nameIn(codeCharsets),
  auth: nameIn(clientAuthenticationMethods),
  scope: nameIn(scopes),
  header: nameIn(headers),
  grant: alone(grantType.name),
  'assertion-type': alone(jwtBearerAssertionType.name),
  limit: ([path = '', form]) => limitValue(path, form),
  status: ([outcome = '']) =>
    Object.hasOwn(outcomes, outcome)
      ? [text(String(outcomes[outcome as keyof typeof outcomes].status))] // an own key
      : undefined,
  state: ([path = '']) => (isState(path) ? [code(path)] : undefined),
  computed: ([name = '']) => {
    const odds = guessingOdds().find(({ id }) => id === name);
    return odds === undefined ? undefined : [text(oddsInWords(odds))];
  },
  step: ([id]) => {
    const place = arrows().findIndex((arrow) => arrow.id === id);
    return place === -1 ? undefined : [text(`(${letter(place)})`)];
  },
  section: ([anchor]) => (anchor === undefined ? undefined : [pointer(anchor)]),
  'table-ref': ([anchor]) => (anchor === undefined ? undefined : [pointer(`tab-${anchor}`)]),
  'figure-ref': ([anchor]) => (anchor === undefined ? undefined : [pointer(`fig-${anchor}`)]),
  see: ([id = '']) => (Object.hasOwn(requirements, id) ? [{ kind: 'requirement', id }] : undefined),
  ref: ([id = '', section]) => {
    if (!isCited(id)) return undefined;
    return [section === undefined ? { kind: 'citation', id } : { kind: 'citation', id, section }];
  },
} as const satisfies Record<string, InlineSplice>;

export type InlineSpliceName = keyof typeof inlineSplices;

function limitValue(path: string, form: string | undefined): readonly Inline[] | undefined {
  const [name = '', value = ''] = path.split('.');
  if (!Object.hasOwn(limits, name) || !['default', 'minimum', 'maximum'].includes(value)) return undefined;
  const number = limits[name as keyof typeof limits][value as 'default' | 'minimum' | 'maximum']; // checked above
  if (form === undefined) return [text(String(number))];
  return form === 'words' ? [text(inWords(number))] : undefined;
}

/** Whether the machine of a transaction can be in a state, or in one below it. */
function isState(path: string): boolean {
  const definition: MachineDefinition = transaction;
  return restingStates(definition.states).some((state) => state === path || state.startsWith(`${path}.`));
}
