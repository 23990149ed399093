/** Whoever sits at a client in a test: does what an act asks for, and tries everything else that the client allows. */
import type { ActName } from './acts.ts';

/** What can be done at a client. Doing something in vain may throw: that is a message on a screen. */
export interface OperatedClient {
  /** Starts, or starts over. */
  start(): Promise<void>;
  /** Chooses a delivery method, or asks for another passcode. */
  choose(): Promise<void>;
  enter(code: string): Promise<void>;
}

export interface Surroundings {
  /** The passcode that came last. */
  readonly newestCode: () => string;
  readonly pass: (seconds: number) => void;
}

const wrong = '00000000';

/** Plays an act to its end. */
export async function playAct(act: ActName, client: OperatedClient, { newestCode, pass }: Surroundings): Promise<void> {
  const tried = (deed: Promise<void>): Promise<void> => deed.catch(() => {});
  const start = () => tried(client.start());
  const choose = () => tried(client.choose());
  const enter = () => tried(client.enter(newestCode()));
  const goThrough = async () => {
    await start();
    await choose();
    await enter();
  };
  switch (act) {
    case 'interval':
      await start();
      for (let count = 0; count < 3; count += 1) await choose();
      pass(6);
      await choose();
      await enter();
      await enter();
      pass(4);
      return enter();
    case 'lock':
      await start();
      await choose();
      for (let count = 0; count < 4; count += 1) await tried(client.enter(wrong));
      pass(60);
      return choose();
    case 'code':
      return goThrough();
    case 'session':
      await start();
      await choose();
      await choose();
      await goThrough();
      return goThrough();
    case 'unknown-error':
      await goThrough();
      await enter();
      return goThrough();
    case 'issuer':
      return goThrough();
  }
}
