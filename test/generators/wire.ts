/** What a generated client put on the wire, held against what it was asked to send. */
import type { Sent } from '../support/tampering-proxy.ts';

/** A request as it should look. */
export interface Wanted {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Of the form for POST, of the query for GET; no more and no fewer. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly authorization: string;
}

const formType = /^application\/x-www-form-urlencoded(;\s*charset=utf-8)?$/i;

/** Values that are written when a program had no value. */
const noValue = new Set(['undefined', 'null', 'NaN', '[object Object]']);

/** What is wrong with the requests of one call, one phrase each. */
export function wireFaults(sent: readonly Sent[], wanted: Wanted): string[] {
  const [request] = sent;
  if (request === undefined || sent.length !== 1) return [`${sent.length} requests were sent instead of one`];
  const [path = '', query = ''] = request.path.split('?');
  const faults: string[] = [];
  if (request.method !== wanted.method) faults.push(`the method is ${request.method}`);
  if (path !== wanted.path) faults.push(`the path is ${path}`);
  const credentials = request.headers.filter(([name]) => name === 'authorization').map(([, value]) => value);
  if (credentials.length !== 1) faults.push(`${credentials.length} Authorization header fields`);
  else if (credentials[0] !== wanted.authorization) faults.push('the Authorization header field is another');
  if (wanted.method === 'GET') {
    if (request.body !== '') faults.push('a GET request has a body');
    return [...faults, ...parameterFaults(new URLSearchParams(query), wanted.parameters)];
  }
  if (query !== '') faults.push(`parameters in the query: ${[...new URLSearchParams(query).keys()].join(', ')}`);
  const types = request.headers.filter(([name]) => name === 'content-type').map(([, value]) => value);
  if (types.length !== 1 || !formType.test(types[0] ?? '')) {
    return [...faults, `the Content-Type is ${types.join(', ').replace(/;\s*boundary=.*/, '') || 'missing'}`];
  }
  return [...faults, ...parameterFaults(new URLSearchParams(request.body), wanted.parameters)];
}

function parameterFaults(sent: URLSearchParams, wanted: Readonly<Record<string, string>>): string[] {
  const names = [...new Set(sent.keys())];
  const duplicate = names.filter((name) => sent.getAll(name).length > 1).map((name) => `${name} is sent twice`);
  const missing = Object.keys(wanted).filter((name) => !sent.has(name));
  const wrong = names.flatMap((name) => {
    const value = sent.get(name) ?? '';
    if (value === wanted[name]) return [];
    if (value === '') return [`${name} is empty`];
    if (noValue.has(value)) return [`${name} is ${value}`];
    return [name in wanted ? `${name} has another value` : `${name} was not asked for`];
  });
  return [...duplicate, ...missing.map((name) => `${name} is missing`), ...wrong];
}
