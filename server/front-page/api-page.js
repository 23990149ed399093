// Draws the OpenAPI document, with this very server as the one to try it on. Asks nothing of anybody else.
const answer = await fetch('../../openapi/otp-flow.openapi-3.1.json');
const spec = { ...(await answer.json()), servers: [{ url: location.origin, description: 'This server' }] };
const page = /** @type {{ SwaggerUIBundle: (options: object) => void }} */ (/** @type {unknown} */ (window)); // the script before this one puts it there
page.SwaggerUIBundle({
  spec,
  dom_id: '#api',
  // Otherwise it would send the document to a validator elsewhere.
  validatorUrl: null,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
});
