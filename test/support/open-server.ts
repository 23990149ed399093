import { onTestFinished } from 'vitest';
import { startTestServer, type TestServer, type TestServerOptions } from './test-server.ts';

/** A server for the test that is running, closed when it is over. */
export async function openServer(options?: TestServerOptions): Promise<TestServer> {
  const test = await startTestServer(options);
  onTestFinished(() => test.close());
  return test;
}
