/** A file that is served as it is. */
export interface StaticFile {
  /** Path of the URL. */
  readonly path: string;
  readonly file: URL;
  /** Value of the content type field. */
  readonly contentType: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * The row for one file; its type follows from its name.
 *
 * @throws Error when the name's ending is none of html, css, js and svg
 */
export function staticFile(path: string, file: URL): StaticFile {
  const ending = file.pathname.slice(file.pathname.lastIndexOf('.') + 1);
  const contentType = contentTypes[ending];
  if (contentType === undefined) throw new Error(`no content type is known for files that end in .${ending}`);
  return { path, file, contentType };
}
