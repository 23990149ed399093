/** The visualizer as one file that needs nothing else: program, style, charts and recordings are inside. */
import { createHash } from 'node:crypto';
import { type MachineName, machineDefinitions, type Recording, type RequirementId } from '../../../model/index.ts';
import { dataElementId, type PageData } from '../../visualizer/page/page-data.ts';
import { allScenarios } from '../../visualizer/scenarios/index.ts';
import type { Trace } from '../trace/trace.ts';
import { type Bundle, bundlePage } from './bundle.ts';
import { layOut } from './chart-layout.ts';
import { chartOf } from './chart-model.ts';
import { svgOf } from './chart-svg.ts';
import { machinesDigest } from './digest.ts';
import { scriptJson } from './escape.ts';
import { shownBy } from './shown-by-scenario.ts';

/** Where each sentence stands, relative to the page; what is not there has no link. */
export type SentenceLinks = Readonly<Partial<Record<RequirementId, string>>>;

/** The page. Pure but for reading its own sources: the same model and recordings give the same bytes. */
export async function visualizerPage(
  recordings: readonly Recording[],
  traces: readonly Trace[],
  sentenceLinks: SentenceLinks,
): Promise<string> {
  const bundle = await bundlePage();
  return assembled(bundle, {
    digest: machinesDigest(),
    recordings,
    charts: await charts(),
    chartStyle: bundle.chartStyle,
    shown: allScenarios(recordings, traces).map(shownBy),
    traces,
    sentenceLinks,
  });
}

async function charts(): Promise<PageData['charts']> {
  const drawn: Partial<Record<MachineName, { overview: string; detail: string }>> = {};
  for (const [name, definition] of Object.entries(machineDefinitions)) {
    const draw = async (level: 'overview' | 'detail'): Promise<string> =>
      svgOf(await layOut(chartOf(definition, level)));
    drawn[name as MachineName] = { overview: await draw('overview'), detail: await draw('detail') }; // a key of the table
  }
  return drawn as PageData['charts']; // one for each machine
}

/**
 * The page may run its own program and use its own style, known by their hashes, and nothing else; it may load nothing.
 */
function assembled({ script, style, skeleton }: Bundle, data: PageData): string {
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>OTP-flow visualizer</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${skeleton}
<noscript><p>This page runs the state machines of OTP-flow and needs scripts for that. Without them, see the tables in requirements.html and the machines among the downloads.</p></noscript>
<script type="application/json" id="${dataElementId}">${scriptJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
