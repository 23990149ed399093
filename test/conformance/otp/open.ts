/** Opens the source that a configuration names. */
import type { OtpConfig } from '../config.ts';
import { commandSource } from './command.ts';
import { fixedSource } from './fixed.ts';
import { inboxSource } from './inbox.ts';
import { promptSource } from './prompt.ts';
import { smtpSource } from './smtp.ts';
import type { OtpSource } from './source.ts';

export async function openSource(config: OtpConfig, issuer: string, send: typeof fetch): Promise<OtpSource> {
  switch (config.source) {
    case 'inbox':
      return inboxSource(config, issuer, send);
    case 'command':
      return commandSource(config, issuer);
    case 'smtp':
      return smtpSource(config);
    case 'fixed':
      return fixedSource(config.code);
    case 'prompt':
      return promptSource();
  }
}
