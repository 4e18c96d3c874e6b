import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { ERROR_STATUS, notFound } from "@/lib/platform/errors";
import type { Api } from "./api-env";
import { DOCS_STYLE } from "./docs-style";

const ASSETS = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
]);

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Yuefu Workbench API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/assets/show.css">
</head>
<body>
<main id="docs"><p>This page needs JavaScript. The same description as JSON: <a href="/api/v1/openapi.json">openapi.json</a></p></main>
<script src="/api/docs/assets/swagger-ui-bundle.js"></script>
<script src="/api/docs/assets/show.js"></script>
</body>
</html>
`;

const SHOW = `SwaggerUIBundle({ url: "/api/v1/openapi.json", domNode: document.getElementById("docs"), validatorUrl: null, displayRequestDuration: true });\n`;

/** The human side of the description, from our own files alone. */
export function docsPage(api: Api): void {
  api.get("/api/docs", (c) => c.html(PAGE));
  api.get("/api/docs/assets/:name", async (c) => {
    const name = c.req.param("name");
    c.header("cache-control", "public, max-age=3600");
    if (name === "show.js") return c.body(SHOW, 200, { "content-type": "text/javascript; charset=utf-8" });
    if (name === "show.css") return c.body(DOCS_STYLE, 200, { "content-type": "text/css; charset=utf-8" });
    const type = ASSETS.get(name);
    if (!type) throw notFound("asset");
    const folder = path.dirname(createRequire(path.join(process.cwd(), "package.json")).resolve("swagger-ui-dist/package.json"));
    return c.body(new Uint8Array(await readFile(path.join(folder, name))), 200, { "content-type": type });
  });
  api.get("/api/docs/errors/:code", async (c) => {
    const code = c.req.param("code");
    if (!Object.hasOwn(ERROR_STATUS, code)) throw notFound("page");
    return c.text(await readFile(path.join(process.cwd(), "docs/errors", `${code}.md`), "utf8"));
  });
}
