import { type StaticFile, staticFile } from '../../http/static-file.ts';

/** The page where a resource owner says that it was not them. */
export const denialPageFiles: readonly StaticFile[] = [
  staticFile('/denial', new URL('denial.html', import.meta.url)),
  staticFile('/denial/denial.css', new URL('denial.css', import.meta.url)),
  staticFile('/denial/denial.js', new URL('denial.js', import.meta.url)),
];
