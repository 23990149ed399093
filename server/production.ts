/** What a server in production refuses to start with, because each of these has been somebody's incident. */
import { sandboxClientSecret } from '../model/index.ts';
import { hashClientSecret } from './clients/client-secret.ts';
import type { ClientRegistration } from './ports.ts';
import type { ProcessSettings } from './settings.ts';

const leastSecretCharacters = 32;

/** What is wrong with the settings for production, each with the variable and what to write. */
export function productionProblems({
  protocol,
  sandbox,
  clientsFile,
  customersFile,
  delivery,
}: ProcessSettings): string[] {
  const problems: string[] = [];
  if (sandbox) {
    problems.push(
      'OTP_FLOW_PRODUCTION=on does not go with the sandbox, whose passcodes everybody can read: set OTP_FLOW_SANDBOX=off',
    );
  }
  if (!protocol.issuer.startsWith('https://')) {
    problems.push(`OTP_FLOW_ISSUER has to begin with https:// in production; ${protocol.issuer} does not`);
  }
  if (clientsFile === undefined) problems.push('OTP_FLOW_CLIENTS has to name the file of registered clients');
  if (customersFile === undefined) problems.push('OTP_FLOW_CUSTOMERS has to name the file of customer records');
  if (delivery.smtpUrl === undefined && delivery.gatewayUrl === undefined) {
    problems.push('OTP_FLOW_SMTP_URL or OTP_FLOW_GATEWAY_URL has to say where messages go');
  }
  const posted = {
    GATEWAY: [delivery.gatewayUrl, delivery.gatewaySecret],
    PRINT: [delivery.printUrl, delivery.printSecret],
  } as const;
  for (const [name, [url, secret]] of Object.entries(posted)) {
    if (url !== undefined && !url.startsWith('https://')) {
      problems.push(`OTP_FLOW_${name}_URL has to begin with https:// in production: passcodes go there`);
    }
    if (secret !== undefined && secret.length < leastSecretCharacters) {
      problems.push(
        `OTP_FLOW_${name}_SECRET has to have at least ${leastSecretCharacters} characters that a machine drew`,
      );
    }
  }
  return problems;
}

/** The registered clients whose secret is the one that every sandbox has. */
export function defaultSecretProblems(clients: readonly ClientRegistration[]): string[] {
  const known = hashClientSecret(sandboxClientSecret);
  return clients.flatMap(({ clientId, authentication }) =>
    authentication.method === 'clientSecretBasic' && authentication.secretSha256 === known
      ? [`Client ${clientId} has the secret of the sandbox, which everybody knows: give it one of its own`]
      : [],
  );
}
