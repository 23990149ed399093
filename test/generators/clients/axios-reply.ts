/** Replies of clients over axios, which throws for every status that is no success. */
import { type AxiosResponse, isAxiosError } from 'axios';
import { type Reply, retryAfter } from './port.ts';

export async function replied<Data>(call: Promise<AxiosResponse<Data>>): Promise<Reply<Data>> {
  try {
    const { status, data } = await call;
    return { status, success: data };
  } catch (thrown) {
    return refused(thrown);
  }
}

/** The reply for what axios threw. @throws it again when no answer came */
export function refused(thrown: unknown): Reply<never> {
  if (!isAxiosError<{ error?: string }>(thrown) || thrown.response === undefined) throw thrown;
  const { status, data, headers } = thrown.response;
  return { status, error: data.error, ...retryAfter(headers['retry-after']) };
}
