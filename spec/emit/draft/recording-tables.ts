/** The scenarios that were played, step by step, and what of a message identifies a person. */
import { exchanges, type ParameterName, parameters, subjectIdentifierFormats } from '../../../model/index.ts';
import { personalData, sensitivities } from '../../draft/personal-data.ts';
import { answerInlines } from './answer-inlines.ts';
import type { TableSplice } from './splice-context.ts';
import { code, type Inlines, text } from './tree.ts';
import { inlinesBetween } from './vocabulary-tables.ts';
import { modelText } from './words.ts';

export const recordingTables = {
  scenarios: {
    title: 'Scenarios',
    head: ['Step', 'Request', 'What happens', 'Answer'],
    rows: ({ recordings }) =>
      recordings.flatMap(({ title, steps }): Inlines[][] => [
        [[{ kind: 'emphasis', text: steps[0]?.id.split('/')[0] ?? '' }], [], [{ kind: 'emphasis', text: title }], []],
        ...steps.map(({ id, exchange, title: step, outcome }) => [
          [text(id.split('/')[1] ?? '')],
          [text(exchanges[exchange].summary)],
          [text(step)],
          answerInlines(outcome),
        ]),
      ]),
  },
  'personal-data': {
    title: 'Personal data in the messages of the protocol',
    head: ['Datum', 'What it is', 'Who learns it'],
    rows: () => [
      ...Object.values(subjectIdentifierFormats).map(({ members, description }) => [
        inlinesBetween(', ', members.map(code)),
        modelText(description),
        [text(sensitivities.identifying)],
      ]),
      ...(Object.keys(parameters) as ParameterName[]) // own keys
        .filter((name) => personalData[name] !== 'none')
        .map((name) => [
          [code(parameters[name].name)],
          modelText(parameters[name].description),
          [text(sensitivities[personalData[name]])],
        ]),
      [[text('resource')], [text('What the access token gives access to')], [text(sensitivities.granted)]],
    ],
  },
} as const satisfies Record<string, TableSplice>;
