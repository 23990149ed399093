import { describe, expect, it } from 'vitest';
import { recordingsComplete } from '../../../spec/check/recordings-complete.ts';
import type { RecordedExchange, Recording } from '../../../spec/emit/recording.ts';
import { madeUpRecordings } from '../support/made-up-recordings.ts';

/** The made-up recordings after the step with one outcome was changed, or taken out when nothing comes back. */
function changed(
  exchange: string,
  outcome: string,
  change: (step: RecordedExchange) => RecordedExchange | undefined,
): Recording[] {
  return madeUpRecordings().map((recording) => ({
    ...recording,
    steps: recording.steps.flatMap((step) =>
      step.exchange === exchange && step.outcome === outcome ? (change(step) ?? []) : step,
    ),
  }));
}

const inResponse = (step: RecordedExchange, part: Partial<RecordedExchange['response']>): RecordedExchange => ({
  ...step,
  response: { ...step.response, ...part },
});
const inRequest = (step: RecordedExchange, part: Partial<RecordedExchange['request']>): RecordedExchange => ({
  ...step,
  request: { ...step.request, ...part },
});

it('Recordings of every answer, each as its outcome says, give no finding', async () => {
  expect(await recordingsComplete(madeUpRecordings())).toEqual([]);
});

it('Each answer that was never recorded is named', async () => {
  const findings = await recordingsComplete(changed('redemption', 'codeLapsed', () => undefined));
  expect(findings).toEqual([expect.objectContaining({ rule: 'recordings/missing', element: 'redemption codeLapsed' })]);
});

describe('a recording that is not as it should be is named', () => {
  it.each<[string, string, Recording[]]>([
    ['the status', 'recordings/status', changed('delivery', 'resendTooSoon', (s) => inResponse(s, { status: 400 }))],
    [
      'a header field that is missing',
      'recordings/header',
      changed('delivery', 'resendTooSoon', (s) =>
        inResponse(s, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } }),
      ),
    ],
    [
      'a Retry-After that is a date',
      'recordings/header',
      changed('delivery', 'resendTooSoon', (s) =>
        inResponse(s, { headers: { ...s.response.headers, 'Retry-After': 'Fri, 07 Nov 2025 23:59:59 GMT' } }),
      ),
    ],
    [
      'an answer that caches may keep',
      'recordings/header',
      changed('redemption', 'tokenIssued', (s) =>
        inResponse(s, { headers: { ...s.response.headers, 'Cache-Control': 'max-age=60' } }),
      ),
    ],
    [
      'an Allow that does not name the method',
      'recordings/header',
      changed('keys', 'methodNotAllowed', (s) => inResponse(s, { headers: { ...s.response.headers, Allow: 'POST' } })),
    ],
    [
      'the media type',
      'recordings/media-type',
      changed('redemption', 'tokenIssued', (s) =>
        inResponse(s, { headers: { ...s.response.headers, 'Content-Type': 'text/html' } }),
      ),
    ],
    [
      'a body that is no JSON',
      'recordings/body',
      changed('redemption', 'tokenIssued', (s) => inResponse(s, { body: 'oops' })),
    ],
    [
      'a body where there is none',
      'recordings/body',
      changed('usage', 'tokenMissing', (s) => inResponse(s, { body: '{}' })),
    ],
    [
      'a response that its schema refuses',
      'schema/invalid',
      changed('redemption', 'tokenIssued', (s) => inResponse(s, { body: '{"access_token":"x"}' })),
    ],
    [
      'the error of another outcome',
      'recordings/error',
      changed('redemption', 'codeWrong', (s) => inResponse(s, { body: '{"error":"invalid_grant"}' })),
    ],
    [
      'a request that its schema refuses',
      'schema/invalid',
      changed('redemption', 'tokenIssued', (s) => inRequest(s, { body: 'auth_session=x' })),
    ],
    [
      'a Subject Identifier that its schema refuses',
      'schema/invalid',
      changed('identification', 'sessionIssued', (s) =>
        inRequest(s, { body: 'scope=usage%3Aread&sub_id=%7B%22format%22%3A%22email%22%7D' }),
      ),
    ],
    [
      'a Subject Identifier that is no JSON',
      'schema/invalid',
      changed('identification', 'sessionIssued', (s) => inRequest(s, { body: 'scope=usage%3Aread&sub_id=heather' })),
    ],
    [
      'a query that its schema refuses',
      'schema/invalid',
      changed('usage', 'usageServed', (s) => inRequest(s, { path: '/usage?resolution=year' })),
    ],
    ['the path', 'recordings/path', changed('keys', 'keysServed', (s) => inRequest(s, { path: '/keys' }))],
    ['the method', 'recordings/method', changed('keys', 'keysServed', (s) => inRequest(s, { method: 'POST' }))],
    ['an id that is used twice', 'recordings/id', changed('keys', 'keysServed', (s) => ({ ...s, id: 'made-up/1' }))],
    ['an id of another scenario', 'recordings/id', changed('keys', 'keysServed', (s) => ({ ...s, id: 'other/1' }))],
    [
      'an outcome that cannot happen',
      'recordings/unreachable',
      changed('keys', 'keysServed', (s) => ({ ...s, outcome: 'tokenIssued' })),
    ],
  ])('%s', async (_title, rule, recordings) => {
    const findings = await recordingsComplete(recordings);
    expect(findings).toContainEqual(expect.objectContaining({ rule, file: 'generated/recordings/made-up.json' }));
  });

  it('but a request that the front door turned away may be malformed', async () => {
    const recordings = changed('redemption', 'requestMalformed', (s) => inRequest(s, { body: '%' }));
    expect(await recordingsComplete(recordings)).toEqual([]);
  });
});
