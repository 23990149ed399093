/** One server after another over the same store: whenever one has died, the next one starts. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { testStartAt } from '../support/fake-clock.ts';
import type { FromChild, Life, ToChild } from './mortal-process.ts';
import type { Death } from './mortal-store.ts';

const program = fileURLToPath(new URL('./mortal-process.ts', import.meta.url));

export interface Handed {
  readonly code: string;
  readonly denialToken: string;
}

export class MortalServer {
  readonly #life: Omit<Life, 'startAt' | 'death'>;
  readonly #nextDeath: () => Death | undefined;
  readonly #handed = new Map<string, Handed[]>();
  #child: ChildProcess | undefined;
  #ready: Promise<number> = Promise.reject(new Error('not started'));
  #now = testStartAt;
  #closed = false;
  deaths = 0;

  /** Starts the first one. Each dies as `nextDeath` says at its start. */
  constructor(life: Omit<Life, 'startAt' | 'death'>, nextDeath: () => Death | undefined) {
    this.#life = life;
    this.#nextDeath = nextDeath;
    this.#ready.catch(() => {});
    this.#start();
  }

  #start(): void {
    const death = this.#nextDeath();
    const life: Life = { ...this.#life, startAt: this.#now, ...(death === undefined ? {} : { death }) };
    const child = fork(program, [JSON.stringify(life)], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
    this.#child = child;
    this.#ready = new Promise((resolve, reject) => {
      child.on('message', (message: FromChild) => {
        if (message.type === 'listening') resolve(message.port);
        if (message.type === 'handed') {
          const { contact, code, denialToken } = message;
          const known = this.#handed.get(contact) ?? [];
          // handed over twice when it died in between; gateways know it by its id
          if (!known.some((one) => one.code === code)) this.#handed.set(contact, [...known, { code, denialToken }]);
        }
      });
      child.once('exit', (code, signal) => {
        if (this.#closed) return;
        reject(new Error('it died before it listened'));
        if (signal !== 'SIGKILL') throw new Error(`a server ended by itself, with ${code ?? signal}`);
        this.deaths += 1;
        this.#start();
      });
    });
    this.#ready.catch(() => {});
  }

  /** URL of the one that lives; waits for it. */
  async url(): Promise<string> {
    for (;;) {
      const port = await this.#ready.catch(() => undefined);
      if (port !== undefined) return `http://127.0.0.1:${port}`;
    }
  }

  /** Messages with a passcode that have reached a contact, the oldest first. */
  handed(contact: string): readonly Handed[] {
    return this.#handed.get(contact) ?? [];
  }

  /** Lets time pass, for the one that lives and for all after it. */
  async advance(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    for (;;) {
      await this.url();
      const child = this.#child;
      if (child === undefined) throw new Error('there is no server');
      const heard = new Promise<boolean>((resolve) => {
        const listen = (message: FromChild): void => {
          if (message.type === 'clock') done(true);
        };
        const done = (value: boolean): void => {
          child.off('message', listen);
          child.off('exit', died);
          resolve(value);
        };
        const died = (): void => done(false);
        child.on('message', listen);
        child.once('exit', died);
      });
      child.send({ type: 'clock', now: this.#now } satisfies ToChild, () => {});
      if (await heard) return;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
