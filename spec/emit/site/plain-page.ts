/** The frame of the site's plain pages. */
import { escapeXml } from './escape.ts';

export interface PlainPage {
  readonly title: string;
  /** What the page is, in a sentence. */
  readonly lead: string;
  /** Markup of the page's own. */
  readonly main: string;
  readonly style: string;
  /** File name of the page, to mark it among the others. */
  readonly path: string;
}

const pages = { 'index.html': 'Downloads', 'visualizer.html': 'Visualizer', 'requirements.html': 'Sentences' } as const;

export function plainPage({ title, lead, main, style, path }: PlainPage): string {
  const links = Object.entries(pages).map(
    ([href, label]) => `<a href="${href}"${href === path ? ' aria-current="page"' : ''}>${label}</a>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}: OTP-flow</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header class="top">
<p class="name">OTP-flow</p>
<nav aria-label="Pages">${links.join('')}</nav>
</header>
<main>
<h1>${escapeXml(title)}</h1>
<p class="lead">${escapeXml(lead)}</p>
${main}
</main>
</body>
</html>
`;
}
