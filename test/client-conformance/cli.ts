/**
 * `npm run hostile`: for developers of clients. Says where to point the client and what to do there, shows passcodes as
 * they are sent and mistakes as they are made, and reports at the end, after Ctrl-C.
 */
import { parseArgs } from 'node:util';
import { requirements } from '../../model/index.ts';
import { actNames, acts } from './acts.ts';
import { openHostileServer } from './hostile-server.ts';
import { filesWithCode } from './leaks.ts';
import { exitCodeOf, reportOf } from './verdict.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8640' }, watch: { type: 'string', multiple: true } },
});

const told = new Set<string>();
const tellFindings = (): void => {
  for (const { act, findings } of server.verdicts()) {
    for (const { requirement, words } of findings) {
      if (told.has(act + words)) continue;
      told.add(act + words);
      console.log(`${act}: FAULT: ${words}\n  ${requirement}: ${requirements[requirement].text}`);
    }
  }
};

const server = await openHostileServer({
  port: Number(values.port),
  onCode: (act, code) => console.log(`${act}: the passcode is ${code}`),
});

console.log(
  'A hostile authorization server. Point your client at one issuer after the other (client id and credentials are yours\n' +
    'to choose; any are taken), do what is written there, and stop with Ctrl-C for the report.\n',
);
for (const act of actNames) {
  console.log(`${server.issuer(act)}    finds a client that ${acts[act].fault}`);
  for (const [index, step] of acts[act].steps.entries()) console.log(`  ${index + 1}. ${step}`);
}
const watched = values.watch ?? [];
console.log(
  watched.length === 0
    ? '\nNo logs or data are watched: name files or folders with --watch PATH, or the act "code" stays unfinished.\n'
    : `\nPasscodes are looked for in ${watched.join(', ')} at the end.\n`,
);

const looking = setInterval(tellFindings, 250);
process.once('SIGINT', async () => {
  clearInterval(looking);
  const leaks = watched.length === 0 ? undefined : await filesWithCode(watched, server.codes());
  const verdicts = server.verdicts({ isOver: true, ...(leaks === undefined ? {} : { leaks }) });
  console.log(`\n${reportOf(verdicts)}`);
  await server.close();
  process.exit(exitCodeOf(verdicts));
});
