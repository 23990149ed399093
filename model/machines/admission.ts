/**
 * The front door: one state, one event. It turns the rule that a request breaks into the outcome it is answered with,
 * so that malformed requests are part of the machine like everything else.
 */
import { admissionRuleNames, admissionRules } from '../exchange/admission-rules.ts';
import { caseIs, type MachineDefinition, report, respond, type TransitionDefinition } from './definition.ts';

const refusals: readonly TransitionDefinition[] = admissionRuleNames.map((rule) => ({
  guard: caseIs('violation', rule),
  actions: [respond(admissionRules[rule].outcome)],
  description: `${admissionRules[rule].words.replace('{name}', '…')}.`,
  meta: { requirements: [admissionRules[rule].requirement] },
}));

export const admission = {
  id: 'admission',
  description: 'The rules that a request has to keep before anything is looked up, at the authorization server.',
  side: 'server',
  variables: {},
  events: {
    'request.received': {
      description: 'A request came in.',
      attributes: { violation: ['none', ...admissionRuleNames] },
    },
  },
  timers: {},
  initial: 'open',
  states: {
    open: {
      description: 'Requests are taken one by one; nothing is remembered.',
      on: {
        'request.received': [
          ...refusals,
          {
            actions: [report('admission', 'passed')],
            description: 'The request keeps every rule.',
            meta: { requirements: ['request/unknown-ignored', 'request/empty-is-absent'] },
          },
        ],
      },
    },
  },
} as const satisfies MachineDefinition;
