import { describe, expect, it } from 'vitest';
import { account, client, transaction } from '../../../model/index.ts';
import { emitMachineFigures, figure, overview } from '../../../spec/emit/machine-figures.ts';

const lines = (text: string) => text.split('\n').map((line) => line.trim());

describe('the figure of a machine', () => {
  it('shows every change of state with its event, its guard and its answer', () => {
    expect(lines(figure(transaction))).toEqual(
      expect.arrayContaining([
        '[*] --> absent',
        'absent --> identified : identification.received / sessionIssued',
        'pending --> locked : code.submitted [wrongCodes one below wrongCodesPerTransaction] / grantInvalid',
        'locked --> [*]',
      ]),
    );
  });

  it('shows in the box of a state what happens while it stays', () => {
    expect(lines(figure(transaction))).toEqual(
      expect.arrayContaining([
        'state "pending" as pending',
        'pending : code.submitted [otherwise] / codeWrong',
        'pending : cooling → resendable on interval.elapsed',
      ]),
    );
  });

  it('has one arrow between two states, and names the state inside that it enters', () => {
    const stops = lines(figure(client)).filter((line) => line.startsWith('sending --> stopped : '));
    expect(stops).toHaveLength(1);
    expect(stops[0]?.split('<br/>')).toContain('error.received [error accessDenied] → denied');
  });

  it('shows the protocol and none of the switches of the model checker', () => {
    for (const { content } of emitMachineFigures()) expect(content).not.toMatch(/\benforced\b(?!\.)/);
    const grants = lines(figure(transaction)).filter((line) => line.endsWith('/ tokenIssued'));
    expect(grants).toEqual([expect.stringMatching(/^pending --> spent : /)]);
  });

  it('draws what one event does to one target with one answer as one line', () => {
    const sent = lines(figure(transaction)).filter((line) => line.startsWith('identified --> pending'));
    expect(sent).toEqual(['identified --> pending : delivery.requested [otherwise] / codeSent → cooling']);
  });

  it('leaves out of a large machine what only answers, and says so', () => {
    const text = figure(transaction);
    expect(text).toContain('What only answers or ignores is left out');
    expect(text).not.toContain('optionUnknown');
  });

  it('shows everything of a small machine', () => {
    expect(figure(account)).toContain('Everything is shown');
    expect(lines(figure(account))).toContain('quiet : window.elapsed');
  });
});

it('The overview has one line for each pair of states', () => {
  const arrows = lines(overview(transaction)).filter((line) => / --> \w+ : /.test(line));
  expect(arrows).toContain('pending --> lapsed : code.expired');
  expect(arrows).toContain('spent --> revoked : denial.received');
  const pairs = arrows.map((line) => line.split(' : ')[0]);
  expect(new Set(pairs).size).toBe(pairs.length);
  expect(overview(transaction)).not.toContain('cooling');
});

it('Names are such that Mermaid takes them: letters and underscores', () => {
  for (const { content } of emitMachineFigures()) {
    const ends = lines(content)
      .filter((line) => line.includes(' --> '))
      .flatMap((line) => line.split(' : ')[0]?.split(' --> ') ?? []);
    for (const end of ends) expect(end).toMatch(/^(\[\*\]|[A-Za-z_]+)$/);
  }
});
