/** What the viewer's own style leaves hard to read or to reach: pale badges, and code that only a mouse can scroll. */
export const DOCS_STYLE = `.swagger-ui .info .title small pre, .swagger-ui .info .title small { background: #44506b; color: #fff; }
.swagger-ui .info .title small.version-stamp, .swagger-ui .info .title small.version-stamp pre { background: #2f6b00; color: #fff; }
.swagger-ui .info .title small .version { color: #fff; }
.swagger-ui .url, .swagger-ui .info .base-url { color: #1d4ed8; }
.swagger-ui .btn.authorize, .swagger-ui .btn.authorize span { color: #1f6b47; border-color: #1f6b47; }
.swagger-ui .opblock .opblock-summary-method { text-shadow: none; }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: #1a5fb4; }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: #1f6b47; }
.swagger-ui .opblock.opblock-put .opblock-summary-method { background: #8a4b00; }
.swagger-ui .opblock.opblock-delete .opblock-summary-method { background: #b3261e; }
.swagger-ui .json-schema-2020-12-expand-deep-button { color: #3b4151; }
.swagger-ui .highlight-code > .microlight, .swagger-ui .highlight-code > .microlight code { max-height: none; overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere; }
.swagger-ui .highlight-code > .microlight code span { color: #fff !important; }
`;
