/**
 * Metadata, keys and access tokens. The checks of a token are written from the text of RFC 9068 and RFC 7517, with a JOSE
 * library for nothing but the signature.
 */
import { compactVerify, importJWK, type JWK } from 'jose';
import { fitsSchema, inShort } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { endpointMembers, grantType } from '../discovery.ts';
import { Deviation, holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import { clientFor, recipientFor } from '../world.ts';

const one = caseOf('tokens');

interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** @throws Deviation when the text is no JWT in three parts */
export function decoded(token: string): Jwt {
  const [header, claims, signature, ...rest] = token.split('.');
  const parsed = [header, claims].map((part) => {
    try {
      return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')) as Readonly<Record<string, unknown>>; // looked at below
    } catch {
      return undefined;
    }
  });
  if (parsed[0] === undefined || parsed[1] === undefined || !signature || rest.length > 0) {
    throw new Deviation('an access token has to be a signed JWT', {
      expected: 'three parts',
      received: 'something else',
    });
  }
  return { header: parsed[0], claims: parsed[1] };
}

async function keysOf(stage: Stage): Promise<readonly JWK[]> {
  const { jwksUri } = stage.world.discovered;
  if (jwksUri === undefined) throw new Skipped('the metadata names no jwks_uri');
  const answer = await stage.ask('The keys', { method: 'GET', url: jwksUri, headers: {} });
  same('the keys have to be served', inShort(answer), '200');
  fitsSchema('the set of keys', answer, 'json-web-key-set');
  return answer.body.keys as readonly JWK[]; // the schema was held against it
}

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth'];

/** Finds what is missing in a list of claims or header members, for one sentence. */
const missing = (from: Readonly<Record<string, unknown>>, names: readonly string[]): string[] =>
  names.filter((name) => from[name] === undefined);

/** Members that the metadata of a server need not have which does not offer what they are about (RFC 8414 §2, RFC 9449 §5.1). */
const unofferedMembers = ['revocation_endpoint', 'introspection_endpoint', 'dpop_signing_alg_values_supported'];

export const tokenCases = (): Case[] => [
  one(
    'metadata',
    'The metadata is whole and true',
    ['metadata/endpoints', 'metadata/grant-type', 'metadata/options', 'metadata/response-types'],
    async (stage) => {
      const { metadata, metadataUrl } = stage.world.discovered;
      const answer = await stage.ask('The metadata', { method: 'GET', url: metadataUrl, headers: {} });
      same('the metadata has to be served', inShort(answer), '200');
      fitsSchema('the metadata', answer, 'authorization-server-metadata', unofferedMembers);
      same('issuer has to be the identifier from which the URL was made', answer.body.issuer, stage.world.issuer);
      const grants = Array.isArray(metadata.grant_types_supported) ? metadata.grant_types_supported : [];
      holds('the grant type has to be listed', grants.includes(grantType), {
        expected: grantType,
        received: JSON.stringify(grants),
      });
      for (const member of ['otp_sub_id_formats_supported', 'otp_delivery_methods_supported']) {
        const list = metadata[member];
        holds(`${member} has to be a list that is not empty`, Array.isArray(list) && list.length > 0, {
          expected: 'a list',
          received: JSON.stringify(list) ?? 'nothing',
        });
      }
      if (metadata.authorization_endpoint === undefined) {
        same('without an authorization endpoint no response type is true', metadata.response_types_supported, []);
      }
    },
  ),
  one('metadata-serves', 'Every endpoint that the metadata names is there', ['metadata/endpoints'], async (stage) => {
    const { metadata } = stage.world.discovered;
    const named = Object.entries(metadata).filter(([name]) => name.endsWith('_endpoint') || name === 'jwks_uri');
    for (const [name, url] of named) {
      const isForm = Object.values(endpointMembers).includes(name as 'token_endpoint'); // compared as text
      const answer = await stage.ask(`${name} is asked for`, {
        method: isForm ? 'POST' : 'GET',
        url: String(url),
        headers: {},
      });
      holds(`${name} has to be served`, answer.status !== 404 && answer.status < 500, {
        expected: 'anything but 404 and 5xx',
        received: String(answer.status),
      });
    }
  }),
  one('options-offered', 'The delivery options are of announced methods', ['metadata/options'], async (stage) => {
    const { options } = await stage.open();
    const announced = stage.world.discovered.metadata.otp_delivery_methods_supported;
    for (const { method } of options) {
      holds('an offered method has to be an announced one', Array.isArray(announced) && announced.includes(method), {
        expected: JSON.stringify(announced),
        received: method,
      });
    }
  }),
  one('keys', 'The keys are public, and each can be told from the others', ['metadata/keys'], async (stage) => {
    const keys = await keysOf(stage);
    holds('there has to be a key', keys.length > 0, { expected: 'one key or more', received: 'none' });
    for (const key of keys) {
      same(
        'a published key has no private member',
        privateMembers.filter((name) => name in key),
        [],
      );
      holds('a published key is an asymmetric one', key.kty !== 'oct', {
        expected: 'EC, RSA or OKP',
        received: String(key.kty),
      });
    }
    const names = keys.map(({ kid }) => kid);
    same('keys have different names', new Set(names).size, names.length);
  }),
  one(
    'jwt-profile',
    'An access token is a JWT as in RFC 9068',
    ['access-token-response/jwt-profile', 'metadata/keys'],
    async (stage) => {
      const { token, answer } = await (await stage.open()).granted();
      const { header, claims } = decoded(token);
      same(
        'typ (RFC 9068 §2.1)',
        String(header.typ)
          .toLowerCase()
          .replace(/^application\//, ''),
        'at+jwt',
      );
      holds(
        'alg has to be a signature',
        typeof header.alg === 'string' && header.alg !== 'none' && !header.alg.startsWith('HS'),
        {
          expected: 'an asymmetric algorithm',
          received: String(header.alg),
        },
      );
      same(
        'all claims of RFC 9068 §2.2 are there',
        missing(claims, ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti']),
        [],
      );
      same('iss is the issuer', claims.iss, stage.world.issuer);
      same('client_id is the client', claims.client_id, stage.world.clients.main.id);
      same('scope is the granted scope', claims.scope, answer.body.scope);
      const nowSeconds = (await stage.world.time.now()) / 1000;
      const lifeSeconds = Number(claims.exp) - Number(claims.iat);
      same('expires_in is the life of the token', answer.body.expires_in, lifeSeconds);
      holds('iat is now', Math.abs(nowSeconds - Number(claims.iat)) < 60, {
        expected: String(Math.floor(nowSeconds)),
        received: String(claims.iat),
      });
      const key = (await keysOf(stage)).find(({ kid }) => kid === header.kid);
      if (key === undefined)
        throw new Deviation('the key of a token has to be published', {
          expected: `the key ${header.kid}`,
          received: 'no such key',
        });
      const verified = await compactVerify(token, await importJWK(key, String(header.alg))).catch(() => undefined);
      holds('the signature has to be right', verified !== undefined, {
        expected: 'a signature by the published key',
        received: 'another one',
      });
    },
  ),
  one('tokens-differ', 'Each token has its own identifier', ['access-token-response/jwt-profile'], async (stage) => {
    const tokens = [await (await stage.open()).granted(), await (await stage.open()).granted()];
    const names = tokens.map(({ token }) => decoded(token).claims.jti);
    same('jti is unique', new Set(names).size, names.length);
  }),
  one(
    'short-life',
    'An access token does not live longer than a day',
    ['access-token-response/short-life'],
    async (stage) => {
      const { answer } = await (await stage.open()).granted();
      const declared = stage.world.config.limits?.accessTokenLifeSeconds;
      if (declared !== undefined) same('expires_in is as declared', answer.body.expires_in, declared);
      holds('expires_in is short', Number(answer.body.expires_in) <= 86_400, {
        expected: '86400 at most',
        received: String(answer.body.expires_in),
      });
    },
  ),
  one(
    'pairwise-subject',
    'The subject of a token is the same each time, another for another client, and no contact',
    ['access-token-response/pairwise-subject'],
    async (stage) => {
      const { narrow, full } = stage.world.config.scopes;
      const scope = { scope: narrow ?? full };
      const subjects: unknown[] = [];
      for (const client of [stage.world.clients.main, stage.world.clients.main, clientFor(stage.world, 'other')]) {
        const { token } = await (await stage.open({ client, form: scope })).granted();
        subjects.push(decoded(token).claims.sub);
      }
      const [first, again, other] = subjects;
      same('the subject of the same client is the same', again, first);
      holds('the subject of another client is another one', other !== first, {
        expected: 'two subjects',
        received: 'one',
      });
      const { contacts, subId } = recipientFor(stage.world).customer;
      const known = [...Object.values(contacts), ...Object.values(subId)];
      holds('the subject is no identifier of the records', !known.includes(String(first)), {
        expected: 'a pseudonym',
        received: 'an identifier of the customer',
      });
    },
  ),
  one(
    'audience',
    'The audience of a token is a resource and not the client',
    ['access-token-response/jwt-profile'],
    async (stage) => {
      const { token } = await (await stage.open()).granted();
      const audiences = [decoded(token).claims.aud].flat();
      holds('aud names resource servers', audiences.length > 0 && !audiences.includes(stage.world.clients.main.id), {
        expected: 'a resource',
        received: JSON.stringify(audiences),
      });
    },
  ),
];
