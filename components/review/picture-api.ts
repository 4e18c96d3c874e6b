import type { ActionResult, Refusal } from "@/components/ui/refusal";
import type { Picture } from "@/lib/review/picture";
import type { PictureType } from "@/lib/review/read-picture-header";

/** The console's own calls of the API for posters: a picture is too large for a server action. */
export const uploadPicture = (path: string, file: Blob, mediaType: PictureType): Promise<ActionResult<Picture> | null> => ask(path, { method: "POST", headers: { "content-type": mediaType }, body: file });

export const getPicture = (path: string, id: string): Promise<ActionResult<Picture> | null> => ask(`${path}/${id}`, {});

/** null: the connection broke, so that nothing is known. */
async function ask(url: string, init: RequestInit): Promise<ActionResult<Picture> | null> {
  try {
    const response = await fetch(url, init);
    const body: unknown = await response.json();
    return response.ok ? { ok: true, value: body as Picture } : { ok: false, refusal: body as Refusal };
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
