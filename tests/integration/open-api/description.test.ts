import "@/lib/catalog/schema";
import "@/lib/offers/schema";
import "@/lib/quote/schema";
import "@/lib/rate-cards/schema";
import "@/lib/storefront/label-query";
import { beforeAll, describe, expect, it } from "vitest";
import { createProductInput } from "@/lib/catalog/schema";
import { offerContentSchema } from "@/lib/offers/schema";

interface Operation {
  operationId: string;
  security?: object[];
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}
interface Description {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { example?: unknown }>; securitySchemes: Record<string, unknown> };
}

// Loaded after the domain's own schemas, as a script or a job would: the order must not matter.
const { createApi } = await import("@/lib/open-api/app");
const api = createApi();
let description: Description;
let operations: { name: string; path: string; method: string; operation: Operation }[];

beforeAll(async () => {
  description = (await (await api.request("/api/v1/openapi.json")).json()) as Description;
  operations = Object.entries(description.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, method, operation })));
});

describe("the description of the API", () => {
  it("names every route there is, each by a name of its own", () => {
    const mounted = api.routes.filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/v1/") && path !== "/api/v1/openapi.json").map(({ method, path }) => `${method} ${path.replace(/:([^/]+)/g, "{$1}")}`);
    expect(new Set(operations.map(({ name }) => name))).toEqual(new Set(mounted));
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it("says of every route how it refuses", () => {
    const missing = operations.flatMap(({ name, path, operation }) => {
      const expected = ["400", "429", "500", ...(operation.requestBody ? ["403", "413", "415", "422"] : []), ...(path.startsWith("/api/v1/shops/") ? ["401", "403", "404"] : [])];
      return expected.filter((status) => !operation.responses[status]?.content?.["application/problem+json"]).map((status) => `${name} ${status}`);
    });
    expect(missing).toEqual([]);
  });

  it("declares each parameter of a path, and the session where one is needed", () => {
    for (const { name, path, operation } of operations) {
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "path").map((parameter) => `{${parameter.name}}`);
      expect(new Set(declared), name).toEqual(new Set(path.match(/\{[^}]+\}/g) ?? []));
      expect(operation.security !== undefined, name).toBe(operation.responses["401"] !== undefined);
    }
    expect(Object.keys(description.components.securitySchemes)).toEqual(["session"]);
  });

  it("refers only to what it holds", () => {
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer]) => pointer!.split("/"));
    expect(references.length).toBeGreaterThan(0);
    for (const pointer of references) {
      const target = pointer.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], description);
      expect(target, pointer.join("/")).toBeDefined();
    }
  });

  it("gives examples that are accepted", async () => {
    const { NewProduct, OfferContent, QuoteRequest, LabelBatch } = description.components.schemas;
    expect(createProductInput.parse(NewProduct?.example)).toBeTruthy();
    expect(offerContentSchema.parse(OfferContent?.example)).toBeTruthy();
    const send = (path: string, body: unknown) => api.request(path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
    expect((await send("/api/v1/labels/batch", LabelBatch?.example)).status).toBe(200);
    expect(await (await send("/api/v1/quotes", QuoteRequest?.example)).json()).not.toHaveProperty("issues");
  });
});

describe("the page for people", () => {
  it("loads nothing from elsewhere", async () => {
    const page = await (await api.request("/api/docs")).text();
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!).filter((address) => address !== "data:,");
    expect(loaded.every((address) => address.startsWith("/api/"))).toBe(true);
    for (const address of loaded) expect((await api.request(address)).status, address).toBe(200);
  });
});
