/** A Markdown table of cells that may hold anything but line breaks. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text set as code; nothing for nothing. */
export const code = (text: string | undefined): string => (text === undefined || text === '' ? '' : `\`${text}\``);
