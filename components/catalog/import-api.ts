import type { ActionResult, Refusal } from "@/components/ui/refusal";
import type { Encoding, Mapping, ProductImport } from "@/lib/catalog/import-schema";
import type { StagedRow } from "@/lib/catalog/staged-rows";

export interface RefusedPage {
  rows: StagedRow[];
  next: number | null;
}

/** The console's own calls of the import API: a file is too large for a server action. */
export function importApi(shopId: string) {
  const base = `/api/v1/shops/${encodeURIComponent(shopId)}/imports`;
  const withJson = (method: string, body: object): RequestInit => ({ method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return {
    upload: (file: File, encoding: Encoding | null) =>
      call<ProductImport>(`${base}?${new URLSearchParams({ fileName: file.name, ...(encoding ? { encoding } : {}) })}`, { method: "POST", headers: { "content-type": "text/csv" }, body: file }),
    get: (id: string) => call<ProductImport>(`${base}/${id}`, {}),
    refused: (id: string) => call<RefusedPage>(`${base}/${id}/refused-rows`, {}),
    map: (id: string, version: number, mapping: Mapping) => call<ProductImport>(`${base}/${id}/mapping`, withJson("PUT", { version, mapping })),
    commit: (id: string, version: number) => call<ProductImport>(`${base}/${id}/commit`, withJson("POST", { version })),
    discard: (id: string, version: number) => call<null>(`${base}/${id}?version=${version}`, { method: "DELETE" }),
  };
}

/** null: the connection broke, so that nothing is known. */
async function call<T>(url: string, init: RequestInit): Promise<ActionResult<T> | null> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
  if (response.status === 204) return { ok: true, value: null as T };
  const body: unknown = await response.json();
  return response.ok ? { ok: true, value: body as T } : { ok: false, refusal: body as Refusal };
}
