/** The server as operators run it: a process of its own, with its settings in the environment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A port that is free now. The process has to know its port before it listens, since the port is in its name. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

export interface ServerProcess {
  /** What it has printed so far. */
  output(): string;
  /** What it has complained about so far. */
  complaints(): string;
  /** Resolves when it has printed a text; rejects when it ends before. */
  printed(text: string): Promise<void>;
  /** Sends a signal that does not end it. */
  tell(signal: NodeJS.Signals): void;
  /** Sends a signal, if it is still running, and waits for the end. */
  ended(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `server/main.ts` with the given settings and no others. */
export function startProcess(settings: Readonly<Record<string, string>>): ServerProcess {
  const { PATH = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: { PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { output: '', complaints: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text.output += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text.complaints += chunk;
  });
  const end = once(child, 'exit').then(([code]) => code as number | null); // the event's first argument
  return {
    output: () => text.output,
    complaints: () => text.complaints,
    printed: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (text.output.includes(wanted)) resolve();
        };
        child.stdout?.on('data', look);
        void end.then(() => reject(new Error(`it ended before it printed ${wanted}: ${text.complaints}`)));
        look();
      }),
    tell: (signal) => {
      child.kill(signal);
    },
    ended: async (signal) => {
      if (signal !== undefined && child.exitCode === null) child.kill(signal);
      return end;
    },
  };
}
