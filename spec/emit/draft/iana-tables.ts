/** What IANA is asked to do, one table for each registry, with the fields of the registry's own template. */
import {
  clientMetadata,
  type DeliveryMethodRow,
  deliveryMethods,
  endpoints,
  errors,
  grantType,
  type IanaRegistry,
  inWords,
  limits,
  parameters,
  type RequestedRegistration,
  type Row,
  serverMetadata,
  subjectIdentifierFormats,
} from '../../../model/index.ts';
import { front } from '../../draft/front.ts';
import { type Block, code, type Inlines, pointer, text } from './tree.ts';
import { modelText } from './words.ts';

export interface RequestedRow extends Row {
  readonly iana: RequestedRegistration;
}

type Field = readonly [name: string, value: (row: RequestedRow) => Inlines];

const nameField = (name: string): Field => [name, (row) => [code(row.name)]];
const description = (name: string): Field => [name, (row) => modelText(row.description)];
const location = (name: string): Field => [name, ({ iana }) => [text(iana.usageLocation ?? '')]];
const controller: Field = ['Change Controller', ({ iana }) => [text(iana.changeController)]];
const reference = (name: string): Field => [name, (row) => [pointer(sectionOf(row)), text(' of this document')]];

/** The templates, each with the fields in the order of the registry. */
export const templates = {
  'OAuth URI': [nameField('URN'), description('Common Name'), controller, reference('Specification Document')],
  'OAuth Parameters': [nameField('Name'), location('Parameter Usage Location'), controller, reference('Reference')],
  'OAuth Extensions Error Registry': [
    nameField('Name'),
    location('Usage Location'),
    ['Protocol Extension', () => [text(front.title)]],
    controller,
    reference('Reference'),
  ],
  'OAuth Authorization Server Metadata': [
    nameField('Metadata Name'),
    description('Metadata Description'),
    controller,
    reference('Reference'),
  ],
  'OAuth Dynamic Client Registration Metadata': [
    nameField('Client Metadata Name'),
    description('Client Metadata Description'),
    controller,
    reference('Reference'),
  ],
  'Security Event Identifier Formats': [
    nameField('Format Name'),
    description('Format Description'),
    controller,
    reference('Reference'),
  ],
  'OTP Delivery Methods': [
    nameField('Delivery Method'),
    description('Description'),
    ['Contact', (row) => [text(methodOf(row).contact)]],
    ['Longest Life', (row) => [text(inWords(limits[methodOf(row).life].maximum))]],
    controller,
    reference('Reference'),
  ],
} as const satisfies Record<IanaRegistry, readonly Field[]>;

/** Rows of the model for which a registration is requested, by registry. */
export function requestedRows(registry: IanaRegistry): RequestedRow[] {
  const rows: readonly Row[] = [
    grantType,
    ...Object.values(parameters),
    ...Object.values(errors),
    ...Object.values(endpoints),
    ...Object.values(serverMetadata),
    ...Object.values(clientMetadata),
    ...Object.values(subjectIdentifierFormats),
    ...Object.values(deliveryMethods),
  ];
  return rows.filter(isRequested).filter(({ iana }) => iana.registry === registry);
}

/** The registrations requested in a registry; undefined for a registry that is not known. */
export function ianaTable(registry: string): Block | undefined {
  if (!Object.hasOwn(templates, registry)) return undefined;
  const name = registry as IanaRegistry; // an own key
  const fields: readonly Field[] = templates[name];
  return {
    kind: 'table',
    anchor: `tab-iana-${registry.toLowerCase().replaceAll(' ', '-')}`,
    title: name === 'OTP Delivery Methods' ? 'Initial contents of the registry' : `Registrations in "${name}"`,
    head: fields.map(([field]) => field),
    rows: requestedRows(name).map((row) => fields.map(([, value]) => value(row))),
  };
}

/** Sections for names that another document defines and this one registers for a place of its own. */
const sectionsByLocation: Readonly<Record<string, string>> = {
  'token request': 'token-request',
  'OTP authorization endpoint response': 'otp-authorization-errors',
  'OTP delivery endpoint response': 'otp-delivery-errors',
  'token endpoint response': 'token-errors',
};

/** The section of this document that says what a registered name means. */
export function sectionOf({ name, source, iana }: RequestedRow): string {
  if (source.document === 'otp-flow') return source.section;
  const section = sectionsByLocation[iana.usageLocation ?? ''];
  if (section === undefined) throw new Error(`${name} is to be registered, and no section of the draft defines it`);
  return section;
}

const isRequested = (row: Row): row is RequestedRow => row.iana.status === 'requested';

/** The row of a delivery method is one of the table of delivery methods. */
function methodOf({ name }: RequestedRow): DeliveryMethodRow {
  const found = Object.values<DeliveryMethodRow>(deliveryMethods).find((row) => row.name === name);
  if (found === undefined) throw new Error(`${name} is registered as a delivery method and is none`);
  return found;
}
