/** The tables of the verification as a page for reviewers. */
import { code, markdownTable } from './markdown-table.ts';
import type { VerificationTables } from './verification.ts';

/** The page. */
export function verificationMarkdown(tables: VerificationTables): string {
  const { summary, properties, worlds, verdicts, mitigations, risks, adversary, guessing } = tables;
  const largest = number(summary.largestWorldStates);
  return `# Verification

The machines of the model, composed into worlds with customers, clients, a network, a clock and an adversary, and searched
exhaustively: every state that can be reached, in every order of events. \`npm run verify\` does it again.

${summary.properties} properties in ${summary.worlds} worlds, the largest with ${largest} states; ${summary.requirementsNeeded} requirements are shown to be needed: without each,
some property breaks, and the shortest attack is in [traces/](traces/). ${summary.residualRisks} risks remain with everything switched on.

Limits are small in these worlds, so that everything can be searched; what counts is that each can be reached and passed.

## What is promised

${markdownTable(
  ['property', 'kind', 'sentence', 'stands for'],
  properties.map(({ name, kind, sentence, requirements }) => [
    code(name),
    kind,
    sentence,
    requirements.map(code).join(', '),
  ]),
)}

## Where it was looked for

${markdownTable(
  ['world', 'what happens there', 'limits'],
  worlds.map(({ name, title, limits }) => [
    code(name),
    title,
    Object.entries(limits)
      .map(([limit, value]) => `${limit} ${value}`)
      .join(', '),
  ]),
)}

## What was found, with every mitigation on

A transition is a state and something that can happen in it. A property that has to remember what it has seen makes more
states of the same world.

${markdownTable(
  ['property', 'world', 'states', 'transitions', 'verdict'],
  verdicts.map(({ property, world, states, transitions, holds }) => [
    code(property),
    code(world),
    number(states),
    number(transitions),
    holds ? 'holds' : '**broken**',
  ]),
)}

## What breaks without each mitigation

${markdownTable(
  ['requirement', 'what breaks without it', 'steps', 'what it does to somebody', 'property', 'world'],
  mitigations.map(({ requirement, title, steps, trace, harm, property, world }) => [
    code(requirement),
    trace === undefined ? `**nothing found**: ${title}` : `[${title}](${trace})`,
    steps === undefined ? '' : String(steps),
    harm,
    code(property),
    code(world),
  ]),
)}

## What remains

Nothing on the wire takes these away. Each is shown with its shortest way and with what bounds the damage.

${markdownTable(
  ['risk', 'how', 'steps', 'what it does to somebody', 'what is left to do', 'needs'],
  risks.map(({ name, title, steps, trace, harm, answer, capability }) => [
    code(name),
    trace === undefined ? title : `[${title}](${trace})`,
    steps === undefined ? '' : String(steps),
    harm,
    answer,
    capability,
  ]),
)}

## What the adversary can do

Against A the protocol stands, with every mitigation on. Against R nothing on the wire helps.

${markdownTable(
  ['id', 'the adversary…'],
  adversary.map(({ id, can }) => [id, can]),
)}

## How likely a guess is

Under the recommended policy, for a stranger who knows nothing: the most guesses that are compared with a living passcode,
and the chance that one of them is right.

${markdownTable(
  ['what is tried', 'guesses', 'chance, at most one in'],
  guessing.map(({ attempt, guesses, oneIn }) => [attempt, number(guesses), number(oneIn)]),
)}
`;
}

/** With commas between thousands, whatever language the machine speaks. */
const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
