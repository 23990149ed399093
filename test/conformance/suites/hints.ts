/** Masked contacts beside the delivery options. No metadata says whether a server shows them, so each case looks first. */
import { type Case, caseOf } from '../case.ts';
import type { SubjectIdentifier } from '../config.ts';
import { holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import { recipientFor } from '../world.ts';

const one = caseOf('requirements', 'hints');

interface Option {
  readonly method: string;
  readonly hint?: string;
}

/** The options that a subject is offered, with their hints if there are any. */
async function offered(stage: Stage, subject: SubjectIdentifier): Promise<readonly Option[]> {
  return ((await stage.identify({ subject })).body.delivery_options ?? []) as readonly Option[]; // as it is
}

/** The same for a customer whom the server knows. @throws Skipped when there are no hints */
async function hinted(stage: Stage): Promise<readonly Option[]> {
  const options = await offered(stage, recipientFor(stage.world).customer.subId);
  if (options.some(({ hint }) => hint !== undefined)) return options;
  throw new Skipped('the server shows no hints');
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
      const options = await hinted(stage);
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
      await hinted(stage);
      for (const subject of [subId, ...(unknown === undefined ? [] : [unknown])])
        same('the hints of a subject do not change', await offered(stage, subject), await offered(stage, subject));
    },
  ),
  one(
    'hints/decoys',
    'A subject that nobody knows is shown hints like those of a known one',
    ['otp-authorization-response/hints-alike', 'otp-authorization-response/vetted-hints'],
    async (stage) => {
      const { unknown } = stage.world.config;
      const known = await hinted(stage);
      if (unknown === undefined) throw new Skipped('the configuration names nobody as unknown');
      same('the hints are of the same shape', shapeOf(await offered(stage, unknown)), shapeOf(known));
    },
  ),
];
