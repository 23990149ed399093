/**
 * Encryption of what waits in the store, as compact JWE with the key itself (`dir`, `A256GCM`), so that any JOSE library
 * can read it. Done with node:crypto in place: a seal is made within every exchange, and a job of WebCrypto for a few
 * hundred bytes costs fifty times the encryption.
 *
 * @see RFC 7516 §3.1, RFC 7518 §4.5 and §5.3
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** The same for every seal, and authenticated with it. */
const protectedHeader = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM' })).toString('base64url');

/** Encrypts text; each seal differs, also of the same text. */
export function sealed(key: Uint8Array, plaintext: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(protectedHeader, 'ascii'));
  const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return [protectedHeader, '', base64url(iv), base64url(ciphertext), base64url(cipher.getAuthTag())].join('.');
}

/**
 * What was sealed.
 *
 * @throws Error when it was sealed with another key, was changed, or is no such seal; quotes nothing of it
 */
export function unsealed(key: Uint8Array, text: string): string {
  const [header, encryptedKey, iv, ciphertext, tag, more] = text.split('.');
  const parts = [iv, ciphertext, tag].map((part) => Buffer.from(part ?? '', 'base64url'));
  const [ivPart = none, ciphertextPart = none, tagPart = none] = parts;
  const isSeal = header === protectedHeader && encryptedKey === '' && more === undefined;
  if (!isSeal || ivPart.length !== ivBytes || tagPart.length !== tagBytes) throw new Error('this is no seal');
  const decipher = createDecipheriv(algorithm, key, ivPart, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(protectedHeader, 'ascii'));
  decipher.setAuthTag(tagPart);
  return Buffer.concat([decipher.update(ciphertextPart), decipher.final()]).toString('utf8');
}

const none = Buffer.alloc(0);

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
