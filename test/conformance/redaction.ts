/** Takes secrets out of what is shown: by the names under which they travel, and by their values wherever they turn up. */

/** Members, parameters and header fields whose values nobody may read in a report. */
const secretNames = new Set([
  'auth_session',
  'user_code',
  'access_token',
  'refresh_token',
  'client_secret',
  'client_assertion',
  'token',
  'code',
  'denialToken',
]);

export class Redaction {
  readonly #values = new Map<string, string>();

  /** From now on the value is shown as `<name>`. */
  learn(name: string, value: string | undefined): void {
    if (value !== undefined && value.length >= 4) this.#values.set(value, name);
  }

  /** Learns what an answer gives out. */
  learnFrom(body: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(body)) {
      if (secretNames.has(name) && typeof value === 'string') this.learn(name, value);
    }
  }

  /** Any text, with the known secrets and everything that looks like a token replaced. */
  text(shown: string): string {
    let text = shown;
    const longestFirst = [...this.#values].sort(([left], [right]) => right.length - left.length);
    for (const [value, name] of longestFirst) {
      for (const form of new Set([value, encodeURIComponent(value)])) text = text.replaceAll(form, `<${name}>`);
    }
    return text
      .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '<jwt>')
      .replace(/("(\w+)"\s*:\s*")([^"]*)"/g, (whole, head: string, name: string) =>
        secretNames.has(name) ? `${head}<${name}>"` : whole,
      );
  }

  /** A body that was sent: form, JSON, or anything. */
  body(sentBody: string | Uint8Array<ArrayBuffer> | undefined): string | undefined {
    if (sentBody === undefined) return undefined;
    const text = typeof sentBody === 'string' ? sentBody : Buffer.from(sentBody).toString('latin1');
    return shortened(
      this.text(text).replace(/(^|&)(\w+)=([^&]*)/g, (whole, start: string, name: string) =>
        secretNames.has(name) ? `${start}${name}=<${name}>` : whole,
      ),
    );
  }

  header(name: string, value: string): string {
    if (name.toLowerCase() !== 'authorization') return this.text(value);
    const [scheme = ''] = value.split(' ');
    return `${scheme} <${scheme.toLowerCase() === 'basic' ? 'client_credentials' : 'access_token'}>`;
  }
}

const longest = 2_000;

/** Long bodies are shown by their beginning and their length. */
export const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, 200)}… (${text.length} characters)`;
