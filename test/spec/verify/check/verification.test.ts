/** The whole verification: it is green, it can be red by name, and its ways are as short as ways can be. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type AnyMitigation, allMitigations, requirements } from '../../../../model/index.ts';
import { necessity } from '../../../../spec/verify/check/necessity.ts';
import { isSafety, propertyOf, staged, subjectsOf } from '../../../../spec/verify/check/property-check.ts';
import { residualRisks } from '../../../../spec/verify/check/residual.ts';
import {
  type NecessityVerdict,
  problemsOf,
  settingOf,
  type Verdict,
  type Verification,
  verify,
  verifyNecessity,
  worldRow,
} from '../../../../spec/verify/check/verification.ts';
import { capabilities } from '../../../../spec/verify/world/adversary.ts';
import { riskyWorlds, worlds } from '../../../../spec/verify/world/worlds.ts';
import { naiveDepth } from '../naive.ts';

const heard: Verdict[] = [];
let verification: Verification;

beforeAll(() => {
  verification = verify({ onVerdict: (verdict) => heard.push(verdict) });
}, 300_000);

const without = <Row extends { readonly attack?: unknown }>(row: Row): Row => {
  const { attack: _attack, ...rest } = row;
  return rest as Row;
};

describe('The verification', () => {
  it('finds nothing wrong', () => {
    expect(problemsOf(verification)).toEqual([]);
  });

  it('shows at least twenty-five requirements to be needed', () => {
    const needed = verification.necessity.filter(({ attack }) => attack !== undefined);
    expect(new Set(needed.map(({ requirement }) => requirement)).size).toBeGreaterThanOrEqual(25);
    for (const { requirement } of needed) expect(Object.keys(requirements)).toContain(requirement);
  });

  it('tells of each verdict as it is reached, in its order', () => {
    const kinds = heard.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort((one, other) => order.indexOf(one) - order.indexOf(other)));
    expect(heard).toHaveLength(
      verification.properties.length + verification.necessity.length + verification.residual.length,
    );
    expect(verification.necessity.map(({ mitigation }) => mitigation).sort()).toEqual(
      Object.keys(allMitigations).sort(),
    );
    expect(verification.residual.map(({ risk }) => risk)).toEqual(Object.keys(residualRisks));
  });

  it('holds every property of every world against it', () => {
    const expected = Object.entries({ ...worlds, ...riskyWorlds }).flatMap(([name, { holds, ...row }]) =>
      [...holds, ...Object.keys('lives' in row ? row.lives : {})].map((property) => `${name} ${property}`),
    );
    expect(verification.properties.map(({ world, property }) => `${world} ${property}`).sort()).toEqual(
      expected.sort(),
    );
  });
});

const order = ['property', 'necessity', 'residual'];

describe('What is wrong is named', () => {
  it('a property that is broken: with the way that breaks it', () => {
    const [first, ...others] = verification.properties;
    const attack = verification.necessity.find(({ mitigation }) => mitigation === 'singleUse')?.attack;
    if (first === undefined || attack === undefined) throw new Error('there are both');
    const [problem, ...more] = problemsOf({
      ...verification,
      properties: [{ ...first, counterexample: attack }, ...others],
    });
    expect(more).toEqual([]);
    expect(problem?.element).toBe('tokenNeedsItsCode in the world guessing');
    expect(problem?.actual).toMatch(/^1\. The stranger's client starts .* 4\. /);
  });

  it.each(Object.keys(allMitigations) as AnyMitigation[])('%s, when nothing is found without it', (mitigation) => {
    const rows = verification.necessity.map((row) => (row.mitigation === mitigation ? without(row) : row));
    const [problem, ...more] = problemsOf({ ...verification, necessity: rows });
    expect(more).toEqual([]);
    expect(problem?.element).toBe(`the mitigation ${mitigation}, for ${allMitigations[mitigation].requirement}`);
  });

  it('a mitigation that is looked for where it makes no difference', () => {
    const { clientNamed } = necessity;
    const elsewhere = { clientNamed: { ...clientNamed, world: 'page', property: 'sendsBounded' } } as const;
    const rows = verifyNecessity({}, elsewhere);
    expect(rows.map(({ attack }) => attack)).toEqual([undefined]);
    expect(problemsOf({ properties: [], necessity: rows, residual: [] })).toEqual([
      {
        element: 'the mitigation clientNamed, for code-message/names-client',
        expected: 'an attack in the world page that breaks sendsBounded when it is off',
        actual: 'none: the property still holds',
        fix: 'strengthen the property, give the adversary more, or strike the requirement',
      },
    ]);
  });

  it('a risk that is none', () => {
    const residual = verification.residual.map((row) => (row.risk === 'relay-phishing' ? without(row) : row));
    expect(problemsOf({ ...verification, residual }).map(({ element }) => element)).toEqual([
      'the residual risk relay-phishing',
    ]);
  });
});

/** How short an attack can be, found naively: the least over everything that the property is about. */
function shortest({ world, property, mitigation }: NecessityVerdict): number {
  const row = worldRow(world);
  const stage = staged(row, settingOf(row, mitigation));
  if (!isSafety(property)) throw new Error('liveness has no single step that breaks it');
  const depths = subjectsOf(stage.world, property).flatMap(
    (subject) => naiveDepth(stage.world, propertyOf(property, subject), stage.setting.policy) ?? [],
  );
  return Math.min(...depths);
}

describe('Attacks are shortest', () => {
  const small: readonly string[] = [
    'page',
    'other-kiosk',
    'readable',
    'consent',
    'mix-up',
    'channel',
    'insider',
    'unknown',
  ];

  it.each(
    (Object.keys(necessity) as AnyMitigation[]).filter(
      (name) => small.includes(necessity[name].world) && isSafety(necessity[name].property),
    ),
  )('a naive search finds none shorter without %s', (mitigation) => {
    const verdict = verification.necessity.find((one) => one.mitigation === mitigation);
    if (verdict === undefined) throw new Error('it was searched for');
    expect(verdict.attack?.steps.length).toBe(shortest(verdict));
  });

  it('and most of them were compared', () => {
    const compared = Object.values(necessity).filter(({ world }) => small.includes(world));
    expect(compared.length).toBeGreaterThan(25);
  });
});

describe('What the adversary can do', () => {
  it('is used in some world, each of it', () => {
    const used = Object.values({ ...worlds, ...riskyWorlds }).flatMap((row) =>
      [...Object.keys(allMitigations), undefined].flatMap((off) => {
        const setting = off === undefined ? settingOf(row) : settingOf(row, off as AnyMitigation);
        return row.build(setting).rules.flatMap(({ needs }) => needs ?? []);
      }),
    );
    expect([...new Set(used)].sort()).toEqual(Object.keys(capabilities).sort());
  });

  it('breaks no property by itself: worlds in which all properties hold are full of it', () => {
    const strong = verification.properties.filter(({ world }) => world !== 'honest' && world !== 'one-transaction');
    expect(strong.every(({ counterexample }) => counterexample === undefined)).toBe(true);
    for (const { attack, capability } of verification.residual) expect(attack?.adversary).toContain(capability);
  });
});
