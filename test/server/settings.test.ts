import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { limits, policyProblems } from '../../model/index.ts';
import { limitVariable, readSettings } from '../../server/settings.ts';

const problems = (environment: Record<string, string>): readonly string[] => {
  const read = readSettings(environment);
  return read.outcome === 'wrong' ? read.problems : [];
};

const settings = (environment: Record<string, string>) => {
  const read = readSettings(environment);
  if (read.outcome === 'wrong') throw new Error(read.problems.join('\n'));
  return read.settings;
};

describe('Settings', () => {
  it('work without any: one machine, the recommended policy, everything in the sandbox', () => {
    const read = settings({});
    expect(read).toMatchObject({
      protocol: { issuer: 'http://localhost:8628', utilityName: 'Oakfield Power', codeCharset: 'numeric' },
      host: 'localhost',
      port: 8628,
      dataFolder: '.data',
      delivery: { mailFrom: 'codes@utility.example' },
    });
    expect(policyProblems(read.protocol.policy)).toEqual([]);
    expect(read).not.toHaveProperty('clientsFile');
  });

  it('name the issuer after the port unless it is said', () => {
    expect(settings({ OTP_FLOW_PORT: '9000' }).protocol.issuer).toBe('http://localhost:9000');
    const said = settings({ OTP_FLOW_PORT: '9000', OTP_FLOW_ISSUER: ' https://utility.example/power ' });
    expect([said.port, said.protocol.issuer]).toEqual([9000, 'https://utility.example/power']);
  });

  it('are all taken when they are good', () => {
    const read = settings({
      OTP_FLOW_HOST: '127.0.0.1',
      OTP_FLOW_DATA: '/var/lib/otp-flow',
      OTP_FLOW_CLIENTS: 'clients.json',
      OTP_FLOW_UTILITY_NAME: 'Sunny Power',
      OTP_FLOW_CODE_CHARSET: 'base20',
      OTP_FLOW_SMTP_URL: 'smtps://mail.example',
      OTP_FLOW_MAIL_FROM: 'Sunny Power <codes@sunny.example>',
      OTP_FLOW_GATEWAY_URL: 'https://gateway.example/send',
      OTP_FLOW_GATEWAY_SECRET: 'shared',
      OTP_FLOW_LIMIT_CODE_LENGTH: '10',
      OTP_FLOW_LIMIT_WRONG_CODES_PER_TRANSACTION: '3',
    });
    expect(read).toMatchObject({
      host: '127.0.0.1',
      dataFolder: '/var/lib/otp-flow',
      clientsFile: 'clients.json',
      protocol: { utilityName: 'Sunny Power', codeCharset: 'base20' },
      delivery: {
        smtpUrl: 'smtps://mail.example',
        mailFrom: 'Sunny Power <codes@sunny.example>',
        gatewayUrl: 'https://gateway.example/send',
        gatewaySecret: 'shared',
      },
    });
    expect(read.protocol.policy.limits).toMatchObject({ codeLength: 10, wrongCodesPerTransaction: 3 });
  });

  it('that are empty count as absent', () => {
    expect(settings({ OTP_FLOW_PORT: '', OTP_FLOW_ISSUER: ' ', OTP_FLOW_LIMIT_CODE_LENGTH: '' }).port).toBe(8628);
  });

  it('cannot switch a mitigation off', () => {
    const everyName = Object.fromEntries(
      ['SWITCH', 'OFF', 'SWITCH_SINGLE_USE', 'SINGLE_USE'].map((name) => [`OTP_FLOW_${name}`, 'false']),
    );
    expect(problems(everyName)).toHaveLength(4);
    expect(Object.values(settings({}).protocol.policy.switches)).not.toContain(false);
  });
});

/** What a server in production has at least. */
const production = {
  OTP_FLOW_PRODUCTION: 'on',
  OTP_FLOW_SANDBOX: 'off',
  OTP_FLOW_ISSUER: 'https://utility.example',
  OTP_FLOW_CLIENTS: 'clients.json',
  OTP_FLOW_CUSTOMERS: 'customers.json',
  OTP_FLOW_SMTP_URL: 'smtps://mail.example',
} as const;

describe('Production', () => {
  it('starts with what it needs, and only then', () => {
    expect(settings({ ...production }).production).toBe(true);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a plain http issuer', { OTP_FLOW_ISSUER: 'http://utility.example' }, /^OTP_FLOW_ISSUER has to begin with https/],
    ['no clients', { OTP_FLOW_CLIENTS: '' }, /^OTP_FLOW_CLIENTS has to name the file/],
    ['no customers', { OTP_FLOW_CUSTOMERS: '' }, /^OTP_FLOW_CUSTOMERS has to name the file/],
    ['nowhere to send messages', { OTP_FLOW_SMTP_URL: '' }, /^OTP_FLOW_SMTP_URL or OTP_FLOW_GATEWAY_URL/],
    [
      'a print gateway in the clear',
      { OTP_FLOW_PRINT_URL: 'http://print.example', OTP_FLOW_PRINT_SECRET: 's'.repeat(32) },
      /^OTP_FLOW_PRINT_URL has to begin/,
    ],
    [
      'a print secret too short',
      { OTP_FLOW_PRINT_URL: 'https://print.example', OTP_FLOW_PRINT_SECRET: 'changeme' },
      /^OTP_FLOW_PRINT_SECRET has to have/,
    ],
    ['a gateway in the clear', gateway('http://gateway.example', 's'.repeat(32)), /^OTP_FLOW_GATEWAY_URL has to begin/],
    [
      'a gateway secret too short',
      gateway('https://gateway.example', 'changeme'),
      /^OTP_FLOW_GATEWAY_SECRET has to have/,
    ],
  ])('does not start with %s', (_what, change, words) => {
    const found = problems({ ...production, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(words);
  });

  it('repeats no secret in what it says', () => {
    expect(problems({ ...production, ...gateway('https://gateway.example', 'changeme') }).join()).not.toContain(
      'changeme',
    );
  });
});

function gateway(url: string, secret: string): Record<string, string> {
  return { OTP_FLOW_GATEWAY_URL: url, OTP_FLOW_GATEWAY_SECRET: secret };
}

it('A setting that nobody reads is a typo, and is told with those that may have been meant', () => {
  expect(problems({ OTP_FLOW_SMTP_URI: 'smtp://mail.example' })).toEqual([
    'OTP_FLOW_SMTP_URI is no setting; there are OTP_FLOW_SMTP_URL',
  ]);
  expect(problems({ OTP_FLOW_COLOUR: 'red' })[0]).toMatch(/^OTP_FLOW_COLOUR is no setting; there are \d+ others/);
  expect(problems({ UNRELATED: 'x' })).toEqual([]);
});

describe('The sandbox', () => {
  it('is there unless it is switched off', () => {
    expect(settings({}).sandbox).toBe(true);
    expect(settings({ OTP_FLOW_SANDBOX: 'on' }).sandbox).toBe(true);
    expect(settings({ OTP_FLOW_SANDBOX: 'off' }).sandbox).toBe(false);
  });

  it('does not go with production, and production has to be meant', () => {
    expect(problems({ OTP_FLOW_PRODUCTION: 'on' })[0]).toContain('set OTP_FLOW_SANDBOX=off');
    expect(settings({ ...production }).sandbox).toBe(false);
    expect(settings({ OTP_FLOW_PRODUCTION: 'off' }).sandbox).toBe(true);
  });

  it.each(['OFF', 'false', '0', 'no'])('is switched by the words on and off only, not by %s', (word) => {
    expect(problems({ OTP_FLOW_SANDBOX: word })).toContain('OTP_FLOW_SANDBOX has to be on or off');
  });
});

describe('A setting that is wrong is named, with what to write instead', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['a port that is none', { OTP_FLOW_PORT: 'http' }, /^OTP_FLOW_PORT has to be a port number$/],
    ['a port too high', { OTP_FLOW_PORT: '65536' }, /^OTP_FLOW_PORT has to be a port number$/],
    ['a port below zero', { OTP_FLOW_PORT: '-1' }, /^OTP_FLOW_PORT has to be a port number$/],
    ['an issuer without a scheme', { OTP_FLOW_ISSUER: 'utility.example' }, /^OTP_FLOW_ISSUER has to be an http/],
    ['an issuer with a slash at its end', { OTP_FLOW_ISSUER: 'https://utility.example/' }, /^OTP_FLOW_ISSUER/],
    ['an issuer with a query', { OTP_FLOW_ISSUER: 'https://utility.example?x' }, /^OTP_FLOW_ISSUER/],
    ['an issuer with a fragment', { OTP_FLOW_ISSUER: 'https://utility.example#x' }, /^OTP_FLOW_ISSUER/],
    ['an issuer that is no URL for all its looks', { OTP_FLOW_ISSUER: 'https://[utility' }, /^OTP_FLOW_ISSUER/],
    [
      'an alphabet nobody knows',
      { OTP_FLOW_CODE_CHARSET: 'emoji' },
      /^OTP_FLOW_CODE_CHARSET has to be one of numeric, base20$/,
    ],
    ['an alphabet that objects have', { OTP_FLOW_CODE_CHARSET: 'toString' }, /^OTP_FLOW_CODE_CHARSET/],
    [
      'a gateway without a secret',
      { OTP_FLOW_GATEWAY_URL: 'https://gateway.example' },
      /^OTP_FLOW_GATEWAY_URL and OTP_FLOW_GATEWAY_SECRET go together$/,
    ],
    ['a secret without a gateway', { OTP_FLOW_GATEWAY_SECRET: 'x' }, /go together$/],
    [
      'a mail server of another kind',
      { OTP_FLOW_SMTP_URL: 'https://mail.example' },
      /^OTP_FLOW_SMTP_URL has to begin with smtp:/,
    ],
  ])('%s', (_title, environment, words) => {
    const found = problems(environment);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(words);
  });

  it('two limits that contradict each other are both named', () => {
    expect(
      problems({ OTP_FLOW_LIMIT_RESEND_INTERVAL_SECONDS: '120', OTP_FLOW_LIMIT_SMS_CODE_LIFE_SECONDS: '119' }),
    ).toEqual([
      'OTP_FLOW_LIMIT_SMS_CODE_LIFE_SECONDS is 119; it has to be a whole number of seconds from 120 to 600',
      'OTP_FLOW_LIMIT_RESEND_INTERVAL_SECONDS is 120; it may not exceed the shortest passcode life, 119',
    ]);
  });

  it('and all of them at once, each on its own', () => {
    expect(
      problems({
        OTP_FLOW_PORT: 'x',
        OTP_FLOW_ISSUER: 'x',
        OTP_FLOW_CODE_CHARSET: 'x',
        OTP_FLOW_LIMIT_CODE_LENGTH: '1',
        OTP_FLOW_LIMIT_SENDS_PER_TRANSACTION: '0',
      }),
    ).toHaveLength(5);
  });

  it('no secret is repeated in it', () => {
    expect(problems({ OTP_FLOW_GATEWAY_SECRET: 'hush-hush' }).join()).not.toContain('hush-hush');
    expect(problems({ OTP_FLOW_SMTP_URL: 'http://user:hush-hush@mail.example' }).join()).not.toContain('hush-hush');
  });
});

describe('Every limit', () => {
  it('has a variable of its own', () => {
    const names = Object.keys(limits) as (keyof typeof limits)[]; // its own keys
    const variables = names.map(limitVariable);
    expect(new Set(variables).size).toBe(names.length);
    expect(limitVariable('smsCodeLifeSeconds')).toBe('LIMIT_SMS_CODE_LIFE_SECONDS');
  });

  it.each(Object.entries(limits))('%s can be set within its range, and not beyond', (name, { minimum, maximum }) => {
    const variable = `OTP_FLOW_${limitVariable(name as keyof typeof limits)}`; // its own key
    for (const value of [minimum, maximum]) expect(problems({ [variable]: String(value) })).toEqual([]);
    for (const value of [String(minimum - 1), String(maximum + 1), `${minimum}.5`, 'ten', '1e', 'NaN', 'Infinity']) {
      const found = problems({ [variable]: value });
      expect(found[0]).toContain(`${variable} is`);
      expect(found[0]).toContain(`from ${minimum} to ${maximum}`);
    }
  });
});

it('Every setting stands in the README, and no other', () => {
  const here = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const sources = ['server/settings.ts', 'server/settings-file.ts'].map(here).join('\n');
  const read = [...sources.matchAll(/(?:text|readPort|readSwitch)\('([A-Z_]+)'/g)].map(
    ([, name]) => `OTP_FLOW_${name}`,
  );
  const told = here('README.md').match(/OTP_FLOW_[A-Z_]*[A-Z]/g) ?? [];
  const limit = (name: string): boolean => name.startsWith('OTP_FLOW_LIMIT');
  expect(new Set(told.filter((name) => !limit(name)))).toEqual(new Set([...read, 'OTP_FLOW_SETTINGS']));
  expect(told.filter(limit)).toEqual(['OTP_FLOW_LIMIT', `OTP_FLOW_${limitVariable('codeLength')}`]);
});

describe('The database', () => {
  it('is the one of DATABASE_URL, which hosts set under this name, and a file without it', () => {
    expect(readSettings({ DATABASE_URL: ' postgres://host/name ' })).toMatchObject({
      settings: { databaseUrl: 'postgres://host/name' },
    });
    expect(readSettings({})).not.toHaveProperty('settings.databaseUrl');
  });

  it.each(['mysql://host/name', 'host:5432', 'postgres://a b'])('cannot be %s, and is not quoted', (url) => {
    const read = readSettings({ DATABASE_URL: url });
    expect(read).toEqual({
      outcome: 'wrong',
      problems: ['DATABASE_URL has to be a URL that begins with postgres:// or postgresql://'],
    });
  });
});
