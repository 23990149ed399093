import { denialPaths } from '../../authorization-server.ts';
import { type StaticFile, staticFile } from '../../http/static-file.ts';

/** The page where a resource owner says that it was not them. */
export const denialPageFiles: readonly StaticFile[] = [
  staticFile(denialPaths.en, new URL('denial.html', import.meta.url)),
  staticFile(denialPaths.es, new URL('denial-es.html', import.meta.url)),
  staticFile('/denial/denial.css', new URL('denial.css', import.meta.url)),
  staticFile('/denial/denial.js', new URL('denial.js', import.meta.url)),
];
