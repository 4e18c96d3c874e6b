import type { ActionResult, Refusal } from "@/components/ui/refusal";
import type { Encoding, Mapping, ProductImport } from "@/lib/catalog/import-schema";
import type { RefusedRow } from "@/lib/catalog/refused-rows";

export interface RefusedPage {
  rows: RefusedRow[];
  next: number | null;
}

export interface Sending {
  encoding: Encoding | null;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** The console's own calls of the import API: a file is too large for a server action. */
export function importApi(shopId: string) {
  const base = `/api/v1/shops/${encodeURIComponent(shopId)}/imports`;
  const withJson = (method: string, body: object): RequestInit => ({ method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return {
    upload: (file: File, { encoding, ...sending }: Sending) => send(`${base}?${new URLSearchParams({ fileName: file.name, ...(encoding ? { encoding } : {}) })}`, file, sending),
    get: (id: string) => call<ProductImport>(`${base}/${id}`, {}),
    refused: (id: string) => call<RefusedPage>(`${base}/${id}/refused-rows`, {}),
    map: (id: string, version: number, mapping: Mapping) => call<ProductImport>(`${base}/${id}/mapping`, withJson("PUT", { version, mapping })),
    commit: (id: string, version: number) => call<ProductImport>(`${base}/${id}/commit`, withJson("POST", { version })),
    cancel: (id: string, version: number) => call<ProductImport>(`${base}/${id}/cancel`, withJson("POST", { version })),
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

/** The older way to ask, because only it says how much of a file is on its way. */
function send(url: string, file: File, { onProgress, signal }: Omit<Sending, "encoding">): Promise<ActionResult<ProductImport> | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    // What the file is, its content tells; its name may lie.
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(request.status < 300 ? { ok: true, value: request.response as ProductImport } : { ok: false, refusal: request.response as Refusal });
    request.onerror = () => resolve(null);
    request.onabort = () => resolve(null);
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
