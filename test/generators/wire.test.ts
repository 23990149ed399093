import { describe, expect, it } from 'vitest';
import type { Sent } from '../support/tampering-proxy.ts';
import { type Wanted, wireFaults } from './wire.ts';

const wanted: Wanted = {
  method: 'POST',
  path: '/token',
  parameters: { grant_type: 'urn:example', user_code: '01 +2' },
  authorization: 'Basic abc',
};
const sound: Sent = {
  method: 'POST',
  path: '/token',
  headers: [
    ['authorization', 'Basic abc'],
    ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
  ],
  body: 'grant_type=urn%3Aexample&user_code=01+%2B2',
};
const reading: Wanted = { method: 'GET', path: '/usage', parameters: {}, authorization: 'Bearer t' };
const read: Sent = { method: 'GET', path: '/usage', headers: [['authorization', 'Bearer t']], body: '' };

describe('A request on the wire', () => {
  it('has no fault when it says what was asked for, in whatever order and encoding', () => {
    expect(wireFaults([sound], wanted)).toEqual([]);
    expect(wireFaults([{ ...sound, body: 'user_code=01%20%2b2&grant_type=urn:example' }], wanted)).toEqual([]);
    expect(wireFaults([read], reading)).toEqual([]);
    const monthly = { ...reading, parameters: { resolution: 'month' } };
    expect(wireFaults([{ ...read, path: '/usage?resolution=month' }], monthly)).toEqual([]);
  });

  it.each<[string, Partial<Sent>, string]>([
    ['a parameter twice', { body: `${sound.body}&grant_type=urn%3Aexample` }, 'grant_type is sent twice'],
    ['an empty parameter', { body: `${sound.body}&scope=` }, 'scope is empty'],
    ['the word undefined', { body: `${sound.body}&scope=undefined` }, 'scope is undefined'],
    ['the word null', { body: `${sound.body}&scope=null` }, 'scope is null'],
    ['an object as it prints itself', { body: `${sound.body}&scope=[object+Object]` }, 'scope is [object Object]'],
    ['a parameter that nobody asked for', { body: `${sound.body}&scope=a` }, 'scope was not asked for'],
    ['no such parameter', { body: 'grant_type=urn%3Aexample' }, 'user_code is missing'],
    [
      'a plus sign that was not encoded',
      { body: 'grant_type=urn%3Aexample&user_code=01+++2' },
      'user_code has another',
    ],
    ['parameters in the query', { path: '/token?user_code=1' }, 'parameters in the query: user_code'],
    [
      'JSON',
      {
        headers: [
          ['authorization', 'Basic abc'],
          ['content-type', 'application/json'],
        ],
      },
      'is application/json',
    ],
    ['no Content-Type', { headers: [['authorization', 'Basic abc']] }, 'the Content-Type is missing'],
    ['other credentials', { headers: [['authorization', 'Basic x'], ...sound.headers.slice(1)] }, 'is another'],
    ['credentials twice', { headers: [...sound.headers, ['authorization', 'Basic abc']] }, '2 Authorization header'],
    ['no credentials', { headers: sound.headers.slice(1) }, '0 Authorization header'],
    ['another path', { path: '/tokens' }, 'the path is /tokens'],
    ['another method', { method: 'PUT' }, 'the method is PUT'],
  ])('is found with %s', (_title, change, fault) => {
    expect(wireFaults([{ ...sound, ...change }], wanted)).toEqual([expect.stringContaining(fault)]);
  });

  it('is found when it was sent again, or not at all', () => {
    expect(wireFaults([sound, sound], wanted)).toEqual(['2 requests were sent instead of one']);
    expect(wireFaults([], wanted)).toEqual(['0 requests were sent instead of one']);
  });

  it('is found with an empty query parameter, or a body where none belongs', () => {
    expect(wireFaults([{ ...read, path: '/usage?resolution=' }], reading)).toEqual(['resolution is empty']);
    expect(wireFaults([{ ...read, path: '/usage?resolution=undefined' }], reading)).toEqual([
      'resolution is undefined',
    ]);
    expect(wireFaults([{ ...read, body: '{}' }], reading)).toEqual(['a GET request has a body']);
  });
});
