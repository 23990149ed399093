/** Settings in a file, for operators who do not want them on a command line: `NAME=value`, one a line. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

type Environment = Readonly<Record<string, string | undefined>>;

export type ReadFile =
  | { readonly outcome: 'read'; readonly environment: Environment }
  | { readonly outcome: 'wrong'; readonly problems: readonly string[] };

const variable = 'OTP_FLOW_SETTINGS';

/** The environment, and below it the file that `OTP_FLOW_SETTINGS` names. What the environment says goes before it. */
export function withSettingsFile(environment: Environment): ReadFile {
  const { [variable]: file, ...rest } = environment;
  if (file === undefined) return { outcome: 'read', environment };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { outcome: 'wrong', problems: [`${variable} names the file ${file}, which cannot be read`] };
  }
  return { outcome: 'read', environment: { ...parseEnv(text), ...rest } };
}
