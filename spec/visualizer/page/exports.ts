/** What can be taken out of the page: the chart, the sequence, the commands, and the trace. */
import { curlScript } from '../messages/curl.ts';
import { mermaidOf } from '../messages/mermaid.ts';
import { stepWords } from '../run/headline.ts';
import { changesOf } from '../run/setting.ts';
import { textOfStep } from '../run/step-text.ts';
import { messageAt, type Scene, titleOf } from './scene.ts';

export interface Exported {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export type ExportName = 'svg' | 'mermaid' | 'curl' | 'json';

export const exportNames: Readonly<Record<ExportName, string>> = {
  svg: 'Chart as SVG',
  mermaid: 'Sequence as Mermaid',
  curl: 'Requests as a curl script',
  json: 'Trace as JSON',
};

/** Makes a file of what is shown. */
export function exported(name: ExportName, scene: Scene): Exported {
  const title = scene.scenario?.title ?? scene.run.name;
  const stem = scene.run.scenario ?? 'run';
  const { taken } = scene.played;
  switch (name) {
    case 'svg':
      return { name: `${machineOf(scene)}.svg`, type: 'image/svg+xml', text: chartText(scene) };
    case 'mermaid':
      return { name: `${stem}.mmd`, type: 'text/plain', text: mermaidOf(title, taken) };
    case 'curl': {
      const requests = taken.flatMap(({ step }, place) => {
        const message = messageAt(scene, scene.played, place);
        return message === undefined
          ? []
          : [{ title: titleOf(scene, place) ?? stepWords(step), request: message.request }];
      });
      return { name: `${stem}.sh`, type: 'text/x-shellscript', text: curlScript(title, requests) };
    }
    case 'json':
      return { name: `${stem}.json`, type: 'application/json', text: `${JSON.stringify(traceOf(scene), null, 2)}\n` };
  }
}

const machineOf = ({ state }: Scene): 'transaction' | Exclude<Scene['state']['machine'], 'all'> =>
  state.machine === 'all' ? 'transaction' : state.machine;

/** The chart by itself, with its style, and the lights of this step. */
function chartText(scene: Scene): string {
  const machine = machineOf(scene);
  const level = scene.state.display === 'overview' ? 'overview' : 'detail';
  const drawn = document.querySelector(`#chart-body svg[data-machine="${machine}"][data-level="${level}"]`);
  const text =
    drawn === null ? scene.library.data.charts[machine][level] : new XMLSerializer().serializeToString(bare(drawn));
  return text.replace('<defs>', `<style>${scene.library.data.chartStyle}</style><defs>`);
}

function bare(svg: Element): Element {
  const copy = svg.cloneNode(true) as Element; // a clone of an element is one
  copy.removeAttribute('style');
  return copy;
}

/** The run for programs: what was done, and where every machine was after it. */
export function traceOf({ library, run, played }: Scene): unknown {
  return {
    machines: library.data.digest,
    setting: changesOf(run.setting),
    steps: played.taken.map(({ step, outcome, after, moves }) => ({
      step: textOfStep(step),
      ...(outcome === undefined ? {} : { outcome }),
      atSeconds: after.atSeconds,
      transitions: moves.flatMap(({ machine, transition }) =>
        transition === undefined ? [] : [`${machine}: ${transition}`],
      ),
      after: after.snapshots,
    })),
    broken: played.broken,
  };
}

/** Hands a file to the reader. */
export function download({ name, type, text }: Exported): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
