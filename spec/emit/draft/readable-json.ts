/** JSON for readers: indented, but whatever fits on a line stays on it. */
import { lineWidth } from './fold.ts';

/** A value as text, without a newline at the end. Members keep their order. */
export function readableJson(value: unknown, indent = 0, used = 0): string {
  const short = oneLine(value);
  if (indent > 0 && indent + used + short.length < lineWidth) return short;
  const inner = ' '.repeat(indent + 2);
  if (Array.isArray(value) && value.length > 0) {
    return `[\n${value.map((item) => inner + readableJson(item, indent + 2)).join(',\n')}\n${' '.repeat(indent)}]`;
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const members = Object.entries(value).map(([name, member]) => {
      const label = `${JSON.stringify(name)}: `;
      return `${inner}${label}${readableJson(member, indent + 2, label.length + 1)}`;
    });
    return `{\n${members.join(',\n')}\n${' '.repeat(indent)}}`;
  }
  return short;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${oneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
