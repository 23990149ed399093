import { describe, expect, it } from 'vitest';
import type { MachineDefinition } from '../../../model/index.ts';
import { requirementsAttached } from '../../../spec/check/requirements-attached.ts';
import { modelSources, type RequirementSources } from '../../../spec/emit/requirement-attachments.ts';

const found = (changes: Partial<RequirementSources>) => requirementsAttached({ ...modelSources, ...changes });

/** A copy of a machine with one transition changed; a machine is JSON, so text will do. */
function machinesWith(from: string, to: string): RequirementSources['machines'] {
  const text = JSON.stringify(modelSources.machines);
  expect(text).toContain(from);
  return JSON.parse(text.replaceAll(from, to)) as Readonly<Record<string, MachineDefinition>>;
}

it('Every requirement of the model is kept by something, and every id exists', () => {
  expect(requirementsAttached()).toEqual([]);
});

describe('a planted fault is named', () => {
  it('a requirement that nothing keeps', () => {
    const requirements = {
      ...modelSources.requirements,
      'transaction/forgotten': { level: 'MUST', actor: 'client', text: 'The client MUST not be seen.' } as const,
    };
    expect(found({ requirements })).toEqual([
      expect.objectContaining({ rule: 'requirements/unattached', element: 'transaction/forgotten' }),
    ]);
  });

  it('a requirement that only the switch of a mitigation names', () => {
    const requirements = {
      ...modelSources.requirements,
      'transaction/forgotten': { level: 'MUST', actor: 'client', text: 'The client MUST be seen.' } as const,
    };
    const { sendLimit } = modelSources.mitigations;
    const mitigations = {
      ...modelSources.mitigations,
      ...(sendLimit === undefined ? {} : { sendLimit: { ...sendLimit, requirement: 'transaction/forgotten' } }),
    };
    expect(found({ requirements, mitigations })).toContainEqual(
      expect.objectContaining({ rule: 'requirements/unattached', element: 'transaction/forgotten' }),
    );
  });

  it.each<[string, Partial<RequirementSources>, string]>([
    ['a message', { messages: { ...modelSources.messages, errorResponse: ['error-response/gone'] } }, 'errorResponse'],
    [
      'a duty',
      {
        duties: {
          ...modelSources.duties,
          extra: { actor: 'client', kind: 'standing', description: '', requirements: ['error-response/gone'] } as never,
        },
      },
      'extra',
    ],
    [
      'a mitigation',
      {
        mitigations: {
          ...modelSources.mitigations,
          extra: { requirement: 'error-response/gone', description: '', readBy: 'duty' },
        },
      },
      'extra',
    ],
  ])('an id that does not exist, in %s', (_title, changes, element) => {
    expect(found(changes)).toContainEqual(
      expect.objectContaining({ rule: 'requirements/unknown', element, actual: 'error-response/gone' }),
    );
  });

  it('an id that does not exist, in a transition', () => {
    const machines = machinesWith('code-message/outbox-durable', 'code-message/gone');
    expect(found({ machines })).toContainEqual(
      expect.objectContaining({
        rule: 'requirements/unknown',
        file: 'model/machines/channel.ts',
        element: 'empty message.queued 0',
        actual: 'code-message/gone',
      }),
    );
  });

  it.each([
    ['another level', 'The client MAY send it.'],
    ['no level', 'The client sends it.'],
    ['two levels', 'The client MUST send it and SHOULD sign it.'],
    ['the level twice', 'The client MUST send it and MUST sign it.'],
    ['the opposite', 'The client MUST NOT send it.'],
  ])('a sentence that says %s', (_title, text) => {
    const id = 'request/form-encoded';
    const requirements = { ...modelSources.requirements, [id]: { level: 'MUST', actor: 'client', text } as const };
    expect(found({ requirements })).toEqual([
      expect.objectContaining({ rule: 'requirements/keyword', element: id, expected: 'MUST, once' }),
    ]);
  });

  it('a switch that no guard reads', () => {
    const machines = machinesWith('"mitigation":"sendLimit"', '"mitigation":"singleUse"');
    expect(found({ machines })).toEqual([
      expect.objectContaining({ rule: 'requirements/switch-unread', element: 'sendLimit' }),
    ]);
  });

  it('an effect that no transition asks for, and one that no duty describes', () => {
    const machines = machinesWith('"duty":"revokeTokens"', '"duty":"revokeEverything"');
    expect(found({ machines }).map(({ rule, element }) => `${rule} ${element}`)).toEqual([
      'requirements/duty-unknown active grant.denied 0',
      'requirements/duty-unknown active refresh.requested 3',
      'requirements/duty-unknown active revocation.requested 2',
      'requirements/duty-unknown spent denial.received 0',
      'requirements/duty-unasked revokeTokens',
    ]);
  });
});
