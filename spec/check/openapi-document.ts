/**
 * An OpenAPI document as it was emitted, read again from its text: no more is believed than what a stranger's parser
 * would see. Only the members that the checks look at are typed, and each of them may be missing.
 */

export interface ReadDocument {
  readonly openapi?: string;
  readonly paths?: Readonly<Record<string, Readonly<Record<string, ReadOperation>>>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, ReadSchema>>;
    readonly securitySchemes?: Readonly<Record<string, { readonly type?: string; readonly scheme?: string }>>;
  };
}

export interface ReadOperation {
  readonly operationId?: string;
  readonly description?: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly ReadParameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content?: ReadContent };
  readonly responses?: Readonly<Record<string, ReadResponse>>;
  readonly 'x-requirements'?: readonly string[];
}

export interface ReadParameter {
  readonly name?: string;
  readonly in?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly schema?: ReadSchema;
}

export interface ReadResponse {
  readonly description?: string;
  readonly headers?: Readonly<Record<string, { readonly required?: boolean; readonly schema?: ReadSchema }>>;
  readonly content?: ReadContent;
  readonly 'x-outcomes'?: readonly string[];
}

export type ReadContent = Readonly<
  Record<
    string,
    { readonly schema?: ReadSchema; readonly examples?: Readonly<Record<string, { readonly value?: unknown }>> }
  >
>;

/** Any keyword may be there; those with schemas inside are named. */
export interface ReadSchema {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly description?: string;
  readonly items?: ReadSchema;
  readonly anyOf?: readonly ReadSchema[];
  readonly allOf?: readonly ReadSchema[];
  readonly properties?: Readonly<Record<string, ReadSchema>>;
}

/**
 * Parses the text of a JSON document.
 *
 * @returns the document, or why it is none
 */
export function readDocument(content: string): ReadDocument | string {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as ReadDocument) // every member is optional; their shapes are for the meta-schema to judge
      : 'JSON that is no object';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
