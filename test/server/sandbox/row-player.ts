/** Plays rows of the generated sandbox table: as any program would, from the JSON alone. */
import { expect } from 'vitest';
import type { Clock } from '../../../server/ports.ts';
import type { ProofToSign, SandboxRequest } from '../../../spec/emit/sandbox/request.ts';
import type { SandboxRow } from '../../../spec/emit/sandbox-table.ts';
import { type ProofKeys, proofKeys, signProof } from '../../support/proofs.ts';

/** An answer, as far as rows say something about it. */
export interface RowAnswer {
  readonly status: number;
  readonly text: string;
  /** What the DPoP-Nonce header field says. */
  readonly nonce?: string | undefined;
}

/** What proofs are signed for: the server under this issuer, by its clock. */
export interface Proving {
  readonly issuer: string;
  readonly clock: Clock;
}

/** Sends a request that is written out whole. */
export type Send = (request: {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}) => Promise<RowAnswer>;

/** Which keys they are does not matter, so all rows share them. */
const keys = { a: await proofKeys(), b: await proofKeys() };

/** Plays a row and holds its last answer against what it says. */
export async function playRow(row: SandboxRow, secret: string, send: Send, proving: Proving): Promise<void> {
  const answers: RowAnswer[] = [];
  const proofs: (string | undefined)[] = [];
  for (const written of row.requests) {
    const request = filledIn(written, answers);
    const { proof } = request;
    if (typeof proof === 'object' && 'sameAs' in proof) proofs.push(proofs[proof.sameAs - 1]);
    else if (typeof proof === 'object') proofs.push(await signed(request, proof, keys[proof.key], answers, proving));
    else proofs.push(proof);
    answers.push(await send(onTheWire(request, secret, proofs.at(-1))));
  }
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

/** The proof that a request asks for. */
function signed(
  { method, path, accessToken }: SandboxRequest,
  { nonceOf, path: other, withoutToken }: Extract<ProofToSign, { key: string }>,
  keys: ProofKeys,
  answers: readonly RowAnswer[],
  { issuer, clock }: Proving,
): Promise<string> {
  const nonce = nonceOf === undefined ? undefined : answers[nonceOf - 1]?.nonce;
  const url = issuer + (other ?? path.split('?')[0]);
  return signProof(
    keys,
    {
      method,
      url,
      ...(accessToken === undefined || withoutToken === true ? {} : { accessToken }),
      ...(nonce === undefined ? {} : { nonce }),
    },
    clock,
  );
}

function onTheWire(request: SandboxRequest, secret: string, proof: string | undefined): Parameters<Send>[0] {
  const { method, path, client, accessToken, contentType, form, body, bodyBytes, json } = request;
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
