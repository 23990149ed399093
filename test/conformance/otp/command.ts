/** Codes from a program: whatever can read the messages of a test customer, a script around a vendor's API for example. */
import { spawn } from 'node:child_process';
import type { OtpConfig } from '../config.ts';
import { CodeNotObtained, codeIn, type OtpSource } from './source.ts';

/**
 * The program is run twice for a code. First with `OTP_STEP=mark`, before the code is asked for: what it prints comes back
 * as `OTP_MARK`. Then with `OTP_STEP=obtain`: it waits for a message that is newer, and prints the message or the code.
 */
export function commandSource(config: Extract<OtpConfig, { source: 'command' }>, issuer: string): OtpSource {
  const run = (variables: Readonly<Record<string, string>>, timeoutSeconds: number): Promise<string> =>
    output(config.command, { OTP_ISSUER: issuer, ...variables }, timeoutSeconds);
  return {
    kind: 'command',
    isVaried: true,
    hasText: true,
    seesNothing: true,
    mark: (contact, method) => run({ OTP_STEP: 'mark', OTP_CONTACT: contact, OTP_METHOD: method }, 30),
    async obtain({ contact, method, form, mark, timeoutSeconds }) {
      const printed = await run(
        {
          OTP_STEP: 'obtain',
          OTP_CONTACT: contact,
          OTP_METHOD: method,
          OTP_MARK: mark,
          OTP_TIMEOUT_SECONDS: String(timeoutSeconds),
        },
        timeoutSeconds + 5, // the program may need a moment to say that it gave up
      );
      const code = codeIn(printed, form, config.pattern);
      if (code === undefined) throw new CodeNotObtained('the command printed nothing that looks like a code');
      return { code, text: printed };
    },
    close: async () => {},
  };
}

/** What a program prints, trimmed. @throws CodeNotObtained when it fails or takes too long */
export function output(
  [program = '', ...args]: readonly string[],
  variables: Readonly<Record<string, string>>,
  timeoutSeconds: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: timeoutSeconds * 1000,
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      printed += part;
    });
    child.on('error', ({ message }) => reject(new CodeNotObtained(`the command cannot be run: ${message}`)));
    child.on('close', (status, signal) => {
      if (status === 0) resolve(printed.trim());
      else reject(new CodeNotObtained(`the command ended with ${signal ?? `status ${status}`}`));
    });
  });
}
