/**
 * A real PostgreSQL for tests: the one that `DATABASE_URL` names, or one of this machine's own programs in a temporary
 * folder on a free port. Each store gets a schema of its own.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './server-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Where Debian keeps its programs, the newest version first, and where others do. */
const folders = (): string[] => [
  ...(existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql')
        .sort((one, other) => Number(other) - Number(one))
        .map((version) => `/usr/lib/postgresql/${version}/bin`)
    : []),
  ...(process.env.PATH ?? '').split(':'),
];

const programs = folders().find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));

const named = process.env.DATABASE_URL;

/** Whether tests can have a database; otherwise they say in their title that they were skipped for the want of one. */
export const hasPostgres = named !== undefined || programs !== undefined;

/** Behind the title of what is skipped when there is no database. */
export const unlessSkipped = hasPostgres ? '' : ' (skipped: no PostgreSQL here, and DATABASE_URL names none)';

/** Whether its server can be killed, stopped and started: only one of our own. */
export const hasOwnPostgres = programs !== undefined;

export interface PostgresServer {
  /** URL of an empty schema. */
  newUrl(): Promise<string>;
  /** Breaks it off at once, without a word to those who wait for it. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and with the same data. */
  start(): Promise<void>;
  /** Sends a signal to all of its processes: `SIGSTOP` freezes them, `SIGCONT` thaws them. */
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/**
 * Opens the database. Stop it after the tests.
 *
 * @param durable whether it syncs to disk, as it does in production and as only measurements need
 * @param own whether it has to be one that can be killed
 */
export async function openPostgres({ durable = false, own = false } = {}): Promise<PostgresServer> {
  if (named !== undefined && !own) return namedServer(named);
  if (programs === undefined) throw new Error('no PostgreSQL here: install postgresql, or name one in DATABASE_URL');
  return new OwnServer(programs, await freePort(), durable).begun();
}

const namedServer = (url: string): PostgresServer => {
  const refuse = () => {
    throw new Error('a database that somebody else runs cannot be stopped');
  };
  return { newUrl: () => newSchema(url), kill: refuse, start: refuse, signal: refuse, stop: async () => {} };
};

async function newSchema(url: string): Promise<string> {
  const name = `s${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE SCHEMA ${name}`);
  await client.end();
  const within = new URL(url);
  within.searchParams.set('options', `-c search_path=${name}`);
  return within.href;
}

class OwnServer implements PostgresServer {
  readonly #programs: string;
  readonly #port: number;
  readonly #durable: boolean;
  readonly #folder = temporaryFolder();
  /** PostgreSQL refuses to run as root. */
  readonly #user = process.getuid?.() === 0 ? unprivileged() : undefined;
  #child: ChildProcess | undefined;

  constructor(folder: string, port: number, durable: boolean) {
    this.#programs = folder;
    this.#port = port;
    this.#durable = durable;
  }

  get #data(): string {
    return join(this.#folder.path, 'data');
  }

  get #url(): string {
    return `postgres://tester@127.0.0.1:${this.#port}/postgres`;
  }

  async begun(): Promise<this> {
    mkdirSync(this.#data, { mode: 0o700 });
    if (this.#user !== undefined) {
      chownSync(this.#folder.path, this.#user.uid, this.#user.gid);
      chownSync(this.#data, this.#user.uid, this.#user.gid);
    }
    const options = ['-D', this.#data, '-U', 'tester', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'];
    execFileSync(join(this.#programs, 'initdb'), options, { ...this.#user, stdio: 'pipe', cwd: this.#folder.path });
    await this.start();
    return this;
  }

  newUrl = (): Promise<string> => newSchema(this.#url);

  async start(): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: this.#port,
      unix_socket_directories: '',
      fsync: this.#durable ? 'on' : 'off',
      max_connections: 200,
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    this.#child = spawn(join(this.#programs, 'postgres'), ['-D', this.#data, ...options], {
      ...this.#user,
      cwd: this.#folder.path,
      stdio: 'ignore',
    });
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if (await answers(this.#url)) return;
      if (this.#child.exitCode !== null) throw new Error(`PostgreSQL ended with ${this.#child.exitCode} at its start`);
      await sleep(100);
    }
    throw new Error('PostgreSQL did not start within half a minute');
  }

  signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child ?? {};
    if (pid === undefined) return;
    // each of its processes has a group of its own
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').map(Number);
    for (const one of [pid, ...children]) if (one > 0) process.kill(one, signal);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#child = undefined;
    const ended = once(child, 'exit');
    // its word for breaking everything off: what was not committed is lost, and the log is replayed at the next start
    child.kill('SIGQUIT');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    this.#folder.remove();
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => {});
  const isUp = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => {});
  return isUp;
}

function unprivileged(): { readonly uid: number; readonly gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString());
  return { uid: id('-u'), gid: id('-g') };
}
