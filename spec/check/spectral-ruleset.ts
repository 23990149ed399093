/**
 * Rules for Spectral: all that it has for OpenAPI, and three of our own that need facts from the model. A rule is
 * switched off here only, and for a reason.
 */
import type { RuleDefinition, RulesetDefinition, RulesetFunction } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { headers, mediaTypes } from '../../model/vocabulary/index.ts';

export const spectralRuleset: RulesetDefinition = {
  // The package's own types lag behind the ruleset it exports; it is what Spectral's command loads as spectral:oas.
  extends: [[oas as RulesetDefinition, 'all']],
  rules: {
    // Tags stand in the order of the protocol's steps, which is the order in which people read them.
    'openapi-tags-alphabetical': 'off',

    'request-media-type': errorRule(
      `Requests carry ${mediaTypes.form}`,
      '$.paths[*][*].requestBody.content',
      only(mediaTypes.form),
    ),
    'response-media-type': errorRule(
      `Responses carry ${mediaTypes.json}`,
      '$.paths[*][*].responses[*].content',
      only(mediaTypes.json),
    ),
    'response-cache-control': errorRule(
      `Every answer to a POST request declares ${headers.cacheControl.name}, because it may hold a secret`,
      '$.paths[*].post.responses[*]',
      declares(headers.cacheControl.name),
    ),
  },
};

function errorRule(description: string, given: string, check: RulesetFunction): RuleDefinition {
  // biome-ignore lint/suspicious/noThenProperty: the member's name is Spectral's, and nothing awaits a rule
  return { description, message: '{{error}}', given, severity: 'error', then: { function: check } };
}

/** Holds a map of media types to exactly one. */
function only(mediaType: string): RulesetFunction {
  return (content) =>
    Object.keys(content ?? {})
      .filter((key) => key !== mediaType)
      .map((key) => ({ message: `Content is ${key}, and the protocol has ${mediaType} here` }));
}

/** Holds a response to having a header field. */
function declares(header: string): RulesetFunction {
  return (response) => {
    // Spectral hands over what the path in `given` points to: a Response Object.
    const { headers: declared = {} } = response as { readonly headers?: object };
    return header in declared ? [] : [{ message: `Response does not declare ${header}` }];
  };
}
