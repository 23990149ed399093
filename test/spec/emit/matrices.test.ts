import { describe, expect, it } from 'vitest';
import { requirements } from '../../../model/index.ts';
import { emitExchangeMatrix, exchangeMatrix } from '../../../spec/emit/exchange-matrix.ts';
import { emitRequirementMatrix, requirementMatrix } from '../../../spec/emit/requirement-matrix.ts';
import { emitVocabulary } from '../../../spec/emit/vocabulary.ts';

describe('the exchange matrix', () => {
  it('follows a request from its message to its answers', () => {
    const delivery = exchangeMatrix().exchanges.find(({ exchange }) => exchange === 'delivery');
    expect(delivery).toMatchObject({
      request: 'OtpDeliveryRequest',
      endpoint: 'otp_delivery_endpoint',
      method: 'POST',
      events: [
        { machine: 'admission', event: 'request.received' },
        { machine: 'account', event: 'delivery.attempted' },
        { machine: 'transaction', event: 'delivery.requested' },
      ],
    });
    expect(delivery?.outcomes).toContainEqual({
      outcome: 'resendTooSoon',
      status: 429,
      response: 'ErrorResponse',
      error: 'slow_down',
      headers: ['Retry-After', 'Cache-Control'],
      answeredBy: [expect.objectContaining({ machine: 'transaction' })],
    });
  });

  it('says where each rule of the front door is tried', () => {
    const rule = exchangeMatrix().rules.find((row) => row.rule === 'parameterRepeated');
    expect(rule?.triedAt).toEqual(['identification', 'delivery', 'redemption', 'revocation', 'introspection', 'usage']);
  });

  it('is a JSON file and a Markdown file whose tables have as many cells in each row', () => {
    const [json, markdown] = emitExchangeMatrix();
    expect(JSON.parse(json?.content ?? '')).toEqual(JSON.parse(JSON.stringify(exchangeMatrix())));
    expectEvenTables(markdown?.content ?? '');
  });
});

describe('the requirement matrix', () => {
  it('has every requirement, in the order of the model', () => {
    expect(requirementMatrix().map(({ id }) => id)).toEqual(Object.keys(requirements));
  });

  it('leads from a sentence to the transitions that keep it and to its switch', () => {
    const lock = requirementMatrix().find(({ id }) => id === 'transaction/wrong-code-lock');
    expect(lock?.mitigation).toBe('transactionLock');
    expect(lock?.attachedTo.transitions.transaction).toContain('pending code.submitted 4');
    const secrecy = requirementMatrix().find(({ id }) => id === 'transaction/unlogged');
    expect(secrecy?.attachedTo.duties).toEqual(['guardSecrets']);
  });

  it('is a JSON file and a Markdown table', () => {
    const [json, markdown] = emitRequirementMatrix();
    expect(JSON.parse(json?.content ?? '').requirements).toHaveLength(Object.keys(requirements).length);
    expectEvenTables(markdown?.content ?? '');
  });
});

it('The vocabulary has for every row what a registration at IANA needs', () => {
  const [artifact] = emitVocabulary();
  const { parameters, errors } = JSON.parse(artifact?.content ?? '');
  expect(parameters).toContainEqual({
    key: 'authSession',
    name: 'auth_session',
    description: expect.any(String),
    source: { document: 'otp-flow', section: 'otp-authorization-response' },
    iana: {
      status: 'requested',
      registry: 'OAuth Parameters',
      changeController: 'IETF',
      usageLocation: 'token request',
    },
  });
  for (const row of [...parameters, ...errors]) {
    expect(row).toMatchObject({ name: expect.any(String), iana: { status: expect.any(String) } });
  }
});

function expectEvenTables(markdown: string) {
  const tables = markdown.split('\n\n').filter((block) => block.startsWith('|'));
  expect(tables.length).toBeGreaterThan(0);
  for (const table of tables) {
    const widths = table
      .trimEnd()
      .split('\n')
      .map((line) => line.replaceAll('\\|', '').split('|').length);
    expect(new Set(widths).size).toBe(1);
  }
}
