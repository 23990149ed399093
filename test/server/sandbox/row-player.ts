/** Plays rows of the generated sandbox table: as any program would, from the JSON alone. */
import { expect } from 'vitest';
import type { SandboxRequest } from '../../../spec/emit/sandbox/request.ts';
import type { SandboxRow } from '../../../spec/emit/sandbox-table.ts';

/** An answer, as far as rows say something about it. */
export interface RowAnswer {
  readonly status: number;
  readonly text: string;
}

/** Sends a request that is written out whole. */
export type Send = (request: {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}) => Promise<RowAnswer>;

/** Plays a row and holds its last answer against what it says. */
export async function playRow(row: SandboxRow, secret: string, send: Send): Promise<void> {
  const answers: RowAnswer[] = [];
  for (const request of row.requests) answers.push(await send(onTheWire(filledIn(request, answers), secret)));
  const last = answers.at(-1);
  const body = (last?.text ? JSON.parse(last.text) : {}) as { error?: string; deliveries?: { fate: string }[] }; // a JSON object, or nothing
  expect(last?.status).toBe(row.reaches.status);
  if ('fate' in row.reaches) expect(body.deliveries?.map(({ fate }) => fate)).toContain(row.reaches.fate);
  else expect(body.error).toBe(row.reaches.error);
}

/** Puts members of earlier answers where the request names them. */
function filledIn(request: SandboxRequest, answers: readonly RowAnswer[]): SandboxRequest {
  const text = JSON.stringify(request).replace(/\{\{(\d+)\.(\w+)\}\}/g, (_whole, number: string, member: string) => {
    const answer = JSON.parse(answers[Number(number) - 1]?.text ?? '{}') as Record<string, unknown>; // a JSON object
    return JSON.stringify(String(answer[member])).slice(1, -1);
  });
  return JSON.parse(text) as SandboxRequest; // the same with other texts
}

function onTheWire(request: SandboxRequest, secret: string): Parameters<Send>[0] {
  const { method, path, client, accessToken, proof, contentType, form, body, bodyBytes, json } = request;
  const basic = client === undefined ? undefined : Buffer.from(`${client}:${secret}`).toString('base64');
  return {
    method,
    path,
    headers: {
      ...(basic === undefined ? {} : { authorization: `Basic ${basic}` }),
      ...(accessToken === undefined
        ? {}
        : { authorization: `${proof === undefined ? 'Bearer' : 'DPoP'} ${accessToken}` }),
      ...(proof === undefined ? {} : { dpop: proof }),
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
    },
    body:
      body ??
      (form === undefined ? undefined : new URLSearchParams(form).toString()) ??
      (json === undefined ? undefined : JSON.stringify(json)) ??
      (bodyBytes === undefined ? undefined : 'a'.repeat(bodyBytes)),
  };
}
