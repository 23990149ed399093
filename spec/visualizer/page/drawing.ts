/** What has to wait until every pane is drawn, because it measures: so the browser lays the page out once. */
const waiting: (() => void)[] = [];

/** Does something when all panes are drawn. */
export const afterDrawing = (measure: () => void): void => {
  waiting.push(measure);
};

/** Called at the end of a drawing. */
export function finishDrawing(): void {
  for (const measure of waiting.splice(0)) measure();
}

/** On a narrow page the run stands above what was pressed. */
export const bringRunIntoView = (): void =>
  afterDrawing(() => {
    if (matchMedia('(max-width: 1179px)').matches) document.getElementById('run-title')?.scrollIntoView();
  });
