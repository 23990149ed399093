/** Masked contacts beside the delivery options. No metadata says whether a server shows them, so each case looks first. */
import { type Case, caseOf } from '../case.ts';
import type { Client } from '../clients.ts';
import type { SubjectIdentifier } from '../config.ts';
import { holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import { clientFor, recipientFor } from '../world.ts';

const one = caseOf('requirements', 'hints');

interface Option {
  readonly method: string;
  readonly hint?: string;
}

/** The options that a client is offered for a subject, with their hints if there are any. */
async function offered(stage: Stage, subject: SubjectIdentifier, client?: Client): Promise<readonly Option[]> {
  const answer = await stage.identify(client === undefined ? { subject } : { subject, client });
  return (answer.body.delivery_options ?? []) as readonly Option[]; // as it is
}

const showHints = (options: readonly Option[]): boolean => options.some(({ hint }) => hint !== undefined);

/** The same for a customer whom the server knows. @throws Skipped when there are no hints */
async function hinted(stage: Stage, client?: Client): Promise<readonly Option[]> {
  const options = await offered(stage, recipientFor(stage.world).customer.subId, client);
  if (showHints(options)) return options;
  throw new Skipped('the server shows no hints');
}

/** Who is shown hints, if anybody is: the vetted client, where the configuration names one. */
const viewerOf = ({ world }: Stage): Client => world.clients.vetted ?? world.clients.main;

/** @throws Skipped when the configuration does not say by what nobody is known */
function unknownOf({ world }: Stage): SubjectIdentifier {
  if (world.config.unknown === undefined) throw new Skipped('the configuration names nobody as unknown');
  return world.config.unknown;
}

const shapeOf = (options: readonly Option[]) =>
  options.map(({ method, hint }) => [method, hint?.replace(/[a-z]/gi, 'a').replace(/\d/g, '0').length]);

export const hintCases = (): Case[] => [
  one(
    'hints/masked',
    'A hint shows too little of a contact to use it',
    ['error-response/leaks-nothing'],
    async (stage) => {
      const { customer } = recipientFor(stage.world);
      const options = await hinted(stage, viewerOf(stage));
      for (const { method, hint = '' } of options) {
        const contact = customer.contacts[method];
        holds('a hint is not the contact', contact === undefined || !hint.includes(contact), {
          expected: 'a masked contact',
          received: 'the contact',
        });
      }
    },
  ),
  one(
    'hints/steady',
    'A subject is shown the same hints each time, known or not',
    ['otp-authorization-response/hints-alike', 'otp-authorization-response/vetted-hints'],
    async (stage) => {
      const { unknown } = stage.world.config;
      const { subId } = recipientFor(stage.world).customer;
      const viewer = viewerOf(stage);
      await hinted(stage, viewer);
      for (const subject of [subId, ...(unknown === undefined ? [] : [unknown])])
        same(
          'the hints of a subject do not change',
          await offered(stage, subject, viewer),
          await offered(stage, subject, viewer),
        );
    },
  ),
  one(
    'hints/decoys',
    'A subject that nobody knows is shown hints like those of a known one',
    ['otp-authorization-response/hints-alike', 'otp-authorization-response/vetted-hints'],
    async (stage) => {
      const unknown = unknownOf(stage);
      const known = await offered(stage, recipientFor(stage.world).customer.subId);
      const made = await offered(stage, unknown);
      if (!showHints([...known, ...made])) throw new Skipped('the server shows no hints to such a client');
      same('the hints are of the same shape', shapeOf(made), shapeOf(known));
    },
  ),
  one(
    'hints/vetted-only',
    'True hints are for the vetted client: another one sees the same of known and unknown subjects',
    ['otp-authorization-response/vetted-hints'],
    async (stage) => {
      const unknown = unknownOf(stage);
      const { subId } = recipientFor(stage.world).customer;
      await hinted(stage, clientFor(stage.world, 'vetted'));
      same(
        'the options are of the same shape',
        shapeOf(await offered(stage, unknown)),
        shapeOf(await offered(stage, subId)),
      );
    },
  ),
];
