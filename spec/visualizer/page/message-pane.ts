/** The message of the step: request and response as they are on the wire, a command line, and what the customer reads. */

import { curlOf } from '../messages/curl.ts';
import { exampleOf, type Message, type RecordedRequest, type RecordedResponse } from '../messages/examples.ts';
import { valuesOf } from '../messages/run-values.ts';
import { textMessageOf } from '../messages/text-message.ts';
import { exchangesPassing } from '../run/passing.ts';
import { copyButton } from './copy-button.ts';
import { byId, el, fill } from './element.ts';
import { formMembers, jsonText } from './message-text.ts';
import { messageAt, type Scene } from './scene.ts';
import type { Store } from './state.ts';

/** Draws the pane; called again after every change. */
export function messagePane(store: Store): (scene: Scene) => void {
  const [tools, body] = [byId('message-tools'), byId('message-body')];
  return (scene) => {
    const shown = shownMessage(scene);
    fill(tools, ...(shown === undefined ? [] : tabs(scene, store)));
    if (shown !== undefined) fill(body, ...(scene.state.message === 'curl' ? curl(shown.request) : http(shown)));
    else fill(body, ...withoutMessage(scene));
  };
}

interface Shown extends Pick<Message, 'request' | 'response'> {
  readonly note: string;
}

/** The message of the step; for a transition that the run has not taken, a recorded one of its kind. */
export function shownMessage(scene: Scene): Shown | undefined {
  const { pointed } = scene.state;
  const isTaken =
    pointed === undefined ||
    (scene.taken?.moves ?? []).some(
      ({ machine, transition }) => machine === pointed.machine && transition === pointed.transition,
    );
  if (!isTaken && pointed !== undefined) {
    const [passing] = exchangesPassing(pointed);
    const example =
      passing?.outcome === undefined ? undefined : exampleOf(scene.library.book, passing.exchange, passing.outcome);
    return example === undefined
      ? undefined
      : {
          ...example.recorded,
          note: `This run has not taken the transition. An example, recorded in ${example.recorded.id}.`,
        };
  }
  const message = messageAt(scene, scene.played, scene.run.at - 1);
  if (message === undefined) return undefined;
  const { request, response, source, isVerbatim } = message;
  const note = isVerbatim
    ? `Recorded on the reference server: ${source}.`
    : `Recorded in ${source}, with the handle, passcode and times of this run put in.`;
  return { request, response, note };
}

const tabs = ({ state }: Scene, store: Store): HTMLElement[] => [
  el(
    'div',
    { class: 'segments', role: 'group', 'aria-label': 'How the message is shown' },
    ...(['http', 'curl'] as const).map((name) =>
      el(
        'button',
        {
          type: 'button',
          'aria-pressed': String(state.message === name),
          key: `message ${name}`,
          onclick: () => store.change({ message: name }),
        },
        name === 'http' ? 'HTTP' : 'curl',
      ),
    ),
  ),
];

const http = ({ request, response, note }: Shown): HTMLElement[] => [
  el('p', { class: 'source' }, note),
  requestBlock(request),
  responseBlock(response),
];

function curl(request: RecordedRequest): HTMLElement[] {
  const text = curlOf(request);
  return [
    copyButton('Copy the command', text),
    el('pre', { class: 'wire', tabindex: 0, 'aria-label': 'Command' }, text),
  ];
}

function requestBlock({ method, path, headers, body, bodyBytes }: RecordedRequest): HTMLElement {
  return el(
    'div',
    { class: 'wire' },
    el('div', { class: 'start-line' }, el('b', {}, method), ` ${path} HTTP/1.1`),
    fields(headers),
    body === undefined ? undefined : formMembers(body),
    bodyBytes === undefined ? undefined : el('p', { class: 'soft' }, `a body of ${bodyBytes} bytes`),
  );
}

const responseBlock = ({ status, headers, body }: RecordedResponse): HTMLElement =>
  el(
    'div',
    { class: `wire response ${status === 200 ? 'good' : 'bad'}` },
    el('div', { class: 'start-line' }, 'HTTP/1.1 ', el('b', {}, String(status))),
    fields(headers),
    body === undefined ? undefined : el('pre', { class: 'body' }, ...jsonText(body)),
  );

const fields = (headers: Readonly<Record<string, string>>): HTMLElement =>
  el(
    'dl',
    { class: 'fields' },
    ...Object.entries(headers).map(([name, value]) => el('div', {}, el('dt', {}, `${name}:`), el('dd', {}, value))),
  );

function withoutMessage(scene: Scene): HTMLElement[] {
  const { taken, played, run, library } = scene;
  if (taken === undefined)
    return [
      el('p', { class: 'hint' }, 'The request and the answer of each step appear here, as they are on the wire.'),
    ];
  const values = valuesOf(library.book.examples, played.taken, run.at - 1, run.scenario);
  const text = textMessageOf(taken, values, run.setting);
  if (text === undefined)
    return [el('p', { class: 'hint' }, 'This step has no HTTP message: nothing passes between client and server.')];
  return [
    el('p', { class: 'source' }, 'What the customer reads, as the model words it.'),
    el('div', { class: 'text-message' }, el('p', {}, text.text)),
  ];
}
