import { describe, expect, it, vi } from 'vitest';
import { headers, mediaTypes } from '../../../model/vocabulary/index.ts';
import { lintOpenApi } from '../../../spec/check/openapi-lint.ts';

// Each test starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** The parts of a document that the planted faults reach into. */
type Sample = ReturnType<typeof goodDocument>;

const path = 'openapi/sample.json';

/** A small document with nothing to object to; built anew for each test, which then spoils one thing. */
function goodDocument(version = '3.1.1') {
  const answer = (description: string, schema: string, value: object) => ({
    description,
    headers: { [headers.cacheControl.name]: { description: 'Not stored.', schema: { type: 'string' } } },
    content: {
      [mediaTypes.json]: {
        schema: { $ref: `#/components/schemas/${schema}` },
        examples: { recorded: { summary: 'As recorded', value } },
      },
    },
  });
  const operation = {
    operationId: 'orderTea',
    summary: 'Order tea',
    description: 'Asks for a pot of tea.',
    tags: ['tea'],
    requestBody: {
      description: 'The order.',
      required: true,
      content: {
        [mediaTypes.form]: {
          schema: { $ref: '#/components/schemas/Order' },
          examples: { green: { summary: 'Green tea', value: { leaf: 'green' } } },
        },
      },
    },
    responses: {
      '200': answer('The pot.', 'Pot', { minutes: 4 }),
      '400': answer('A bad order.', 'Problem', { error: 'no_leaf' }),
    },
  };
  return {
    openapi: version,
    info: {
      title: 'Tea',
      version: '1.0.0',
      description: 'A tea house.',
      contact: { name: 'Tea house', url: 'https://tea.example', email: 'host@tea.example' },
      license: { name: 'MIT', url: 'https://tea.example/license' },
    },
    servers: [{ url: 'https://tea.example', description: 'The tea house.' }],
    tags: [{ name: 'tea', description: 'Pots of tea.' }] as { name: string; description?: string }[],
    security: [{ basic: [] }],
    paths: { '/tea': { post: operation } } as Record<string, { post: Partial<typeof operation> }>,
    components: {
      securitySchemes: { basic: { type: 'http', scheme: 'basic', description: 'Name and password.' } },
      schemas: {
        Order: object({ leaf: { type: 'string', pattern: '^[\\x21-\\x7E]+$', description: 'Kind of leaf.' } }),
        Pot: object({ minutes: { type: 'integer', minimum: 1, description: 'Minutes to steep.' } }),
        Problem: object({ error: { type: 'string', description: 'What is wrong.' } }),
      } as Record<string, object>,
    },
  };
}

function object(properties: Record<string, object>) {
  return { type: 'object', description: 'A record.', properties, required: Object.keys(properties) };
}

/** Lints the good document after one fault was planted, and gives the rules that object. */
async function rulesAgainst(plant: (operation: ReturnType<typeof operationOf>, document: Sample) => void) {
  const document = goodDocument();
  plant(operationOf(document), document);
  const findings = await lintOpenApi([{ path, content: JSON.stringify(document) }]);
  return findings.map(({ rule }) => rule).sort();
}

function operationOf(document: Sample) {
  const operation = document.paths['/tea']?.post;
  if (operation === undefined) throw new Error('the sample has lost its operation');
  return operation;
}

describe('a document without faults', () => {
  it.each(['3.0.4', '3.1.1'])('passes both linters and the meta-schema in OpenAPI %s', async (version) => {
    expect(await lintOpenApi([{ path, content: JSON.stringify(goodDocument(version)) }])).toEqual([]);
  });

  it('may be written in YAML, and several documents are judged at once', async () => {
    const content = JSON.stringify(goodDocument(), null, 2);
    const documents = ['a.json', 'b/openapi.yaml'].map((name) => ({ path: name, content }));
    expect(await lintOpenApi(documents)).toEqual([]);
  });
});

describe.concurrent('a planted fault is seen', () => {
  it('by both linters: no description of an operation', async () => {
    const rules = await rulesAgainst((operation) => delete operation.description);
    expect(rules).toEqual(['redocly/operation-description', 'spectral/operation-description']);
  });

  it('by both linters: no operationId', async () => {
    const rules = await rulesAgainst((operation) => delete operation.operationId);
    expect(rules).toEqual(['redocly/operation-operationId', 'spectral/operation-operationId']);
  });

  it('by both linters: an operationId used twice', async () => {
    const rules = await rulesAgainst((operation, { paths }) => {
      paths['/more-tea'] = { post: operation };
    });
    expect(rules).toContain('redocly/operation-operationId-unique');
    expect(rules).toContain('spectral/operation-operationId-unique');
  });

  it('by both linters: an example that its schema refuses', async () => {
    const rules = await rulesAgainst((operation) => {
      const content = operation.responses?.['200'].content[mediaTypes.json];
      if (content !== undefined) content.examples.recorded.value = { minutes: 'four' };
    });
    expect(rules).toEqual(['redocly/no-invalid-media-type-examples', 'spectral/oas3-valid-media-example']);
  });

  it('by both linters: a reference to a component that does not exist', async () => {
    const rules = await rulesAgainst((_operation, { components }) => delete components.schemas.Problem);
    expect(rules).toContain('redocly/no-unresolved-refs');
    expect(rules).toContain('spectral/invalid-ref');
  });

  it('by both linters: a component that nothing uses', async () => {
    const rules = await rulesAgainst((_operation, { components }) => {
      components.schemas.Spare = object({ cup: { type: 'string', description: 'A cup.' } });
    });
    expect(rules).toEqual(['redocly/no-unused-components', 'spectral/oas3-unused-component']);
  });

  it('by both linters: a tag that is not declared', async () => {
    const rules = await rulesAgainst((operation) => {
      operation.tags = ['coffee'];
    });
    expect(rules).toEqual(['redocly/operation-tag-defined', 'spectral/operation-tag-defined']);
  });

  it('by both linters: a tag without a description', async () => {
    const rules = await rulesAgainst((_operation, { tags }) => {
      tags[0] = { name: 'tea' };
    });
    expect(rules).toEqual(['redocly/tag-description', 'spectral/tag-description']);
  });

  it('by Redocly: an operation without an answer for the client that errs', async () => {
    const rules = await rulesAgainst((operation, { components }) => {
      const { '400': _gone, ...responses } = operation.responses ?? {};
      Object.assign(operation, { responses });
      delete components.schemas.Problem;
    });
    expect(rules).toEqual(['redocly/operation-4xx-response']);
  });

  it('by all three: a member that OpenAPI does not have', async () => {
    const rules = await rulesAgainst((operation) => Object.assign(operation, { biscuits: true }));
    expect(rules).toEqual(expect.arrayContaining(['redocly/struct', 'spectral/oas3-schema', 'openapi/meta-schema']));
  });

  it('by the meta-schema: a type that JSON Schema does not have', async () => {
    const rules = await rulesAgainst((_operation, { components }) => {
      components.schemas.Pot = { ...components.schemas.Pot, properties: { minutes: { type: 'minutes' } } };
    });
    expect(rules).toContain('openapi/meta-schema');
  });

  it('by our own rules: an answer to a POST request that may be cached', async () => {
    const rules = await rulesAgainst((operation) => {
      Object.assign(operation.responses?.['400'] ?? {}, { headers: {} });
    });
    expect(rules).toEqual(['spectral/response-cache-control']);
  });

  it('by our own rules: media types that the protocol does not have', async () => {
    const rules = await rulesAgainst((operation) => {
      const schema = { $ref: '#/components/schemas/Order' };
      Object.assign(operation.requestBody?.content ?? {}, { 'text/xml': { schema } });
      Object.assign(operation.responses?.['200'].content ?? {}, { 'text/csv': { schema } });
    });
    expect(rules).toEqual(['spectral/request-media-type', 'spectral/response-media-type']);
  });
});

describe('a finding about a document', () => {
  it('names the file and points to the place', async () => {
    const document = goodDocument('3.0.4');
    delete operationOf(document).description;
    const [finding] = await lintOpenApi([{ path, content: JSON.stringify(document) }]);
    expect(finding).toMatchObject({ file: path, element: expect.stringMatching(/^#\/paths\/~1tea\/post/) });
    expect(finding?.fix).toContain('npm run generate');
  });

  it.each([
    ['3.0.4', '#/info'],
    ['3.1.1', '#/info'],
  ])('comes from the meta-schema of OpenAPI %s too', async (version, element) => {
    const document: { info: { title?: string } } = goodDocument(version);
    delete document.info.title;
    const findings = await lintOpenApi([{ path, content: JSON.stringify(document) }]);
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'openapi/meta-schema', element }));
  });

  it('is made for a reference to another document, which is not fetched', async () => {
    const document = goodDocument();
    document.components.schemas.Pot = { $ref: 'https://tea.example/pot.schema.json' };
    expect(await lintOpenApi([{ path, content: JSON.stringify(document) }])).toEqual([
      expect.objectContaining({ rule: 'openapi/self-contained', element: '#/components/schemas/Pot/$ref' }),
    ]);
  });

  it('is made for a version that is not emitted here', async () => {
    const findings = await lintOpenApi([{ path, content: JSON.stringify(goodDocument('3.2.0')) }]);
    expect(findings).toContainEqual(expect.objectContaining({ element: '#/openapi', actual: '3.2.0' }));
  });

  it.each(['openapi: 3.1.1\n  paths: [\n', '[]', ''])('is made for what is no document: %j', async (content) => {
    const findings = await lintOpenApi([{ path: 'broken.yaml', content }]);
    expect(findings).toEqual([expect.objectContaining({ rule: 'openapi/syntax', file: 'broken.yaml' })]);
  });
});
