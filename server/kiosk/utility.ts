/** The utility as the kiosk knows it: four questions over HTTP, each with an answer that the client machine understands. */
import type { SubjectIdentifier, UsageRequest } from '../../model/messages/index.ts';
import { resolutions, scopes } from '../../model/vocabulary/index.ts';
import type { Clock, Randomness } from '../ports.ts';
import {
  type DeliveryAnswer,
  type Failure,
  failureOf,
  type IdentificationAnswer,
  type TokenAnswer,
  type UsageAnswer,
} from './answers.ts';
import { clientAuthentication, type KioskClient } from './client-authentication.ts';
import { metadataSource } from './metadata-source.ts';
import {
  accessTokenRequest,
  otpAuthorizationRequest,
  otpDeliveryRequest,
  type Parties,
  processAccessTokenResponse,
  processOtpAuthorizationResponse,
  processOtpDeliveryResponse,
  processUsageResponse,
  usageRequest,
} from './otp-client.ts';
import { transportTo } from './transport.ts';

export interface UtilityOptions {
  /** Issuer identifier; everything else about the authorization server comes from its metadata. */
  readonly issuer: string;
  /** Of the usage resource. */
  readonly usageUrl: string;
  readonly client: KioskClient;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** How long to wait for each answer. 5 unless set. */
  readonly timeoutSeconds?: number;
}

/** No function here throws because of what the utility does or fails to do. */
export interface Utility {
  /** Starts a transaction that asks for hourly usage. */
  identify(subject: SubjectIdentifier): Promise<IdentificationAnswer>;
  /** Has the passcode sent, by the `id` of a delivery option. */
  deliver(authSession: string, deliveryOption: string): Promise<DeliveryAnswer>;
  redeem(authSession: string, userCode: string): Promise<TokenAnswer>;
  /** Fetches a year of hourly usage. */
  fetchUsage(accessToken: string): Promise<UsageAnswer>;
}

/** The kiosk's page is in English, so the message had better be too. */
const pageLocale = 'en';

const hourly = { resolution: resolutions.hour.name } as const satisfies UsageRequest;

/**
 * Connects to a utility, without sending anything yet.
 *
 * @throws TypeError when a URL or the client's key cannot be used
 */
export async function connectUtility(options: UtilityOptions): Promise<Utility> {
  const { client, clock, randomness, timeoutSeconds = 5 } = options;
  const issuer = new URL(options.issuer);
  const usageUrl = new URL(options.usageUrl);
  const transport = transportTo(issuer, timeoutSeconds);
  const metadata = metadataSource(issuer, transport, clock);
  const known: Omit<Parties, 'server'> = {
    client: { client_id: client.clientId },
    authentication: await clientAuthentication(client, clock, randomness),
    transport,
  };
  const usageTransport = transportTo(usageUrl, timeoutSeconds);

  const answered = async <Answer>(exchange: () => Promise<Answer>): Promise<Answer | Failure> => {
    try {
      return await exchange();
    } catch (error) {
      return failureOf(error, clock.now());
    }
  };
  const parties = async (): Promise<Parties> => ({ ...known, server: await metadata() });

  return {
    identify: (subject) =>
      answered(async () => {
        const both = await parties();
        const parameters = { sub_id: JSON.stringify(subject), scope: scopes.usageRead.name, ui_locales: pageLocale };
        return processOtpAuthorizationResponse(both.server, await otpAuthorizationRequest(both, parameters));
      }),
    deliver: (authSession, deliveryOption) =>
      answered(async () => {
        const parameters = { auth_session: authSession, delivery_option: deliveryOption };
        return processOtpDeliveryResponse(await otpDeliveryRequest(await parties(), parameters));
      }),
    redeem: (authSession, userCode) =>
      answered(async () => {
        const both = await parties();
        const parameters = { auth_session: authSession, user_code: userCode };
        return processAccessTokenResponse(both, await accessTokenRequest(both, parameters));
      }),
    fetchUsage: (accessToken) =>
      answered(async () =>
        processUsageResponse(hourly, await usageRequest(usageUrl, accessToken, hourly, usageTransport)),
      ),
  };
}
