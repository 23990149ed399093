/** Puts charts into their pane: reads the SVG once, keeps it, and keeps its size and place. */
import type { MachineName } from '../../../model/index.ts';
import type { Actions } from './actions.ts';
import { afterDrawing } from './drawing.ts';
import { el, spaced } from './element.ts';
import type { Scene } from './scene.ts';

/** A machine, or one of several of its kind, to be drawn small. */
export interface Figure {
  readonly machine: MachineName;
  readonly member?: string;
  /** Where it is. */
  readonly value: string;
}

export interface ChartView {
  show(scene: Scene, machine: MachineName, level: 'overview' | 'detail'): void;
  /** Several charts side by side, and what is no chart after them. */
  showAll(scene: Scene, figures: readonly Figure[], last: HTMLElement): void;
  showTable(table: HTMLElement): void;
  /** Brings a state into view, when the chart is larger than the pane. */
  follow(state: string | undefined): void;
  zoom(by: 'in' | 'out' | 'fit'): void;
}

const step = 1.25;
const largest = 2.5;
const smallest = 0.15;
/** Text smaller than this is guessed rather than read, so a chart is not shrunk further by itself: it scrolls. */
const readable = { overview: 0.46, narrow: 0.6, detail: 0.85 };

export function createChartView(body: HTMLElement, actions: Actions): ChartView {
  const kept = new Map<string, SVGSVGElement>();
  const scales = new Map<string, number>();
  let shown: { key: string; svg: SVGSVGElement } | undefined;
  let lastState = '';

  const chart = (scene: Scene, machine: MachineName, level: 'overview' | 'detail'): SVGSVGElement => {
    const key = `${machine} ${level}`;
    const before = kept.get(key);
    if (before !== undefined) return before;
    const svg = parsed(scene.library.data.charts[machine][level]);
    svg.addEventListener('click', (event) => pointAt(event, machine, actions));
    kept.set(key, svg);
    return svg;
  };
  const fitting = ({ width, height }: DOMRect): number =>
    Math.min((body.clientWidth - 16) / width, (body.clientHeight - 16) / height, 1.1);
  const resize = (): void => {
    if (shown === undefined) return;
    const { baseVal } = shown.svg.viewBox;
    const size = new DOMRect(0, 0, baseVal.width, baseVal.height);
    // in a narrow pane nothing is gained by shrinking: the whole does not fit anyway
    const overview = body.clientWidth < 500 ? 'narrow' : 'overview';
    const least = readable[shown.key.endsWith('detail') ? 'detail' : overview];
    const own = Math.max(least, fitting(size));
    const scale = scales.get(shown.key) ?? own;
    shown.svg.style.width = `${Math.round(size.width * scale)}px`;
    shown.svg.style.height = `${Math.round(size.height * scale)}px`;
  };
  new ResizeObserver(resize).observe(body);

  return {
    show: (scene, machine, level) => {
      const key = `${machine} ${level}`;
      if (shown?.key === key) return;
      shown = { key, svg: chart(scene, machine, level) };
      lastState = '';
      body.className = 'chart-body one';
      body.replaceChildren(el('div', { class: 'chart-stage' }, shown.svg));
      resize();
    },
    showAll: (scene, figures, last) => {
      shown = undefined;
      const drawn = figures.map(({ machine, member }) => `${machine} ${member ?? ''}`).join();
      if (!body.classList.contains('all') || body.dataset.drawn !== drawn) {
        body.className = 'chart-body all';
        body.dataset.drawn = drawn;
        body.replaceChildren(...figures.map((figure) => smallFigure(scene, figure, actions)));
      }
      for (const [place, { value }] of figures.entries()) {
        const words = body.children[place]?.querySelector('.value');
        if (words) words.textContent = value;
      }
      body.querySelector('.adversary')?.remove();
      body.append(last);
    },
    showTable: (table) => {
      shown = undefined;
      const { scrollTop } = body;
      body.className = 'chart-body words';
      body.replaceChildren(table);
      body.scrollTop = scrollTop;
    },
    follow: (state) => {
      if (shown === undefined || state === undefined || state === lastState) return;
      lastState = state;
      const lit = shown.svg.querySelector(`[data-state="${CSS.escape(state)}"]`);
      if (lit !== null) afterDrawing(() => bringIntoView(body, lit.getBoundingClientRect()));
    },
    zoom: (by) => {
      if (shown === undefined) return;
      const now = shown.svg.clientWidth / shown.svg.viewBox.baseVal.width;
      if (by === 'fit') scales.set(shown.key, fitting(shown.svg.viewBox.baseVal as DOMRect));
      else scales.set(shown.key, Math.max(smallest, Math.min(largest, by === 'in' ? now * step : now / step)));
      resize();
    },
  };
}

function smallFigure(scene: Scene, { machine, member }: Figure, actions: Actions): HTMLElement {
  const svg = parsed(scene.library.data.charts[machine].overview);
  const show = (): void => (member === undefined ? actions.show(machine) : actions.showMember(machine, member));
  svg.addEventListener('click', show);
  const own = member === undefined || member === machine ? spaced(machine) : `${member} (${spaced(machine)})`;
  return el(
    'figure',
    { 'data-member': member },
    el(
      'figcaption',
      {},
      el('button', { type: 'button', class: 'plain', key: `figure ${member ?? machine}`, onclick: show }, own),
      el('span', { class: 'value' }),
    ),
    svg,
  );
}

/** The chart is our own text, made when the page was generated. */
function parsed(text: string): SVGSVGElement {
  const holder = document.createElement('div');
  holder.innerHTML = text;
  const svg = holder.querySelector('svg');
  if (svg === null) throw new Error('a chart of the page is no SVG');
  svg.setAttribute('aria-hidden', 'true'); // the table says the same, and can be read
  return svg;
}

function pointAt(event: Event, machine: MachineName, actions: Actions): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const [transition] = target.closest<SVGElement>('[data-transitions]')?.dataset.transitions?.split('|') ?? [];
  if (transition !== undefined) actions.point({ machine, transition });
  else {
    const state = target.closest<SVGElement>('[data-state]')?.dataset.state;
    if (state !== undefined) actions.enter(machine, state);
  }
}

/** Scrolls the pane and nothing around it. */
function bringIntoView(body: HTMLElement, { left, top, width, height }: DOMRect): void {
  const pane = body.getBoundingClientRect();
  const isIn = left >= pane.left && left + width <= pane.right && top >= pane.top && top + height <= pane.bottom;
  if (isIn) return;
  body.scrollLeft += left + width / 2 - (pane.left + pane.width / 2);
  body.scrollTop += top + height / 2 - (pane.top + pane.height / 2);
}
