/** The refresh request, which has to compile too as soon as the server says that it supports it. */
import { connect } from './client.ts';
import { granted, mapped } from './conversation.ts';
import type { Connection, Granted, Reply } from './port.ts';

/** Trades a refresh token for a new access token. */
export const refresh = async (connection: Connection, refreshToken: string): Promise<Reply<Granted>> =>
  mapped(await connect(connection).token({ grant_type: 'refresh_token', refresh_token: refreshToken }), granted);
