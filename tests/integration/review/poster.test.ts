import { readFileSync } from "node:fs";
import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { asSystem, asSystemInShop } from "@/lib/access/gates";
import { createApi } from "@/lib/open-api/app";
import { env } from "@/lib/platform/env";
import { inTransaction } from "@/lib/platform/transaction";
import { approveIdentical } from "@/lib/review/approve-identical";
import { createCopy } from "@/lib/review/create-copy";
import { verifyEvidence } from "@/lib/review/evidence";
import { getPicture, getPictureFile, getSubmittedPictureFile } from "@/lib/review/picture-queries";
import { placeFindings, posterLinesOf } from "@/lib/review/place-findings";
import { getCopy } from "@/lib/review/queries";
import { getEvidence, getSubmission } from "@/lib/review/queue";
import { readPoster } from "@/lib/review/read-poster";
import { releaseDeadReadings } from "@/lib/review/release-dead-readings";
import { saveCopy } from "@/lib/review/save-copy";
import { submitCopy } from "@/lib/review/submit-copy";
import { sweepPictures } from "@/lib/review/sweep-pictures";
import { uploadPoster } from "@/lib/review/upload-poster";
import { PEOPLE, type PersonName } from "@/prisma/seed/cast";
import { asOwner } from "../../setup/as-owner";
import { animationChunk, png } from "../../setup/pictures";
import { decide, openReviewShops, overruleAll, submitted } from "./review-shop";

const READING_MS_MAX = 120_000;
const DAY_MS = 86_400_000;

const { clock, owner, viewer, stranger, product, reviewer, second, admin, auditor } = await openReviewShops();
const poster = readFileSync("tests/fixtures/poster-zh.png");

const asBody = async function* (...chunks: Uint8Array[]) {
  yield* chunks;
};
const upload = async (bytes: Uint8Array, ctx = owner, product?: string) => uploadPoster(ctx, product ? { product } : {}, asBody(bytes.subarray(0, 100), bytes.subarray(100)));
/** Another picture each time. */
let size = 0;
const someUnread = () => upload(png(200 + ++size, 100)).then(({ picture }) => picture);
const jobsOf = (id: string) => asOwner<{ queue_name: string }>("SELECT queue_name FROM graphile_worker.jobs WHERE key = $1", [`read-poster:${id}`]);
const read = (pictureId: string, options = {}) => readPoster({ shopId: owner.shopId, pictureId }, options);

describe("a poster", () => {
  it(
    "is taken in, audited, read in the background, and read no second time",
    async () => {
      const { picture, isNew } = await upload(poster, owner, product.id);
      expect(picture).toMatchObject({ state: "waiting", progress: 0, lines: [], mediaType: "image/png", width: 600, height: 800, byteCount: poster.length, productId: product.id });
      expect(isNew).toBe(true);
      expect(await jobsOf(picture.id)).toEqual([{ queue_name: "ocr" }]);
      expect(await asOwner("SELECT actor_name, detail FROM audit_entry WHERE action = 'copy.picture-uploaded' AND subject = $1", [`picture:${picture.id}`])).toMatchObject([{ actor_name: "林见山", detail: { fileSha256: picture.sha256, width: 600 } }]);

      await read(picture.id);
      const after = await getPicture(viewer, picture.id);
      expect(after).toMatchObject({ state: "read", progress: 100, problem: null });
      expect(after.lines.map(({ text }) => text)).toEqual(expect.arrayContaining(["全网第一的好茶具", "3期免息，每期333元", "附收纳布袋，全国包邮"]));
      const line = after.lines.find(({ text }) => text === "全网第一的好茶具")!;
      expect(line.confidence).toBeGreaterThan(80);
      expect(line.box.x0).toBeGreaterThan(30);
      expect(line.box.x1).toBeLessThan(330);
      expect(line.box.y0).toBeGreaterThan(240);
      expect(line.box.y1).toBeLessThan(340);

      expect(await upload(poster)).toMatchObject({ isNew: false, picture: { id: picture.id, state: "read", lines: after.lines } });
      await read(picture.id);
      expect(await asOwner("SELECT attempt FROM copy_picture WHERE id = $1", [picture.id])).toEqual([{ attempt: 1 }]);
      await expect(asOwner("UPDATE copy_picture SET bytes = '' WHERE id = $1", [picture.id])).rejects.toThrow(/never changes/);
      await expect(asOwner("UPDATE copy_picture SET lines = '[]' WHERE id = $1", [picture.id])).rejects.toThrow(/never changes/);
    },
    READING_MS_MAX,
  );

  it("of another shop is not there; a viewer uploads none", async () => {
    const { id } = await someUnread();
    await expect(getPicture(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getPictureFile(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(upload(poster, stranger, product.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(upload(poster, viewer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await inTransaction(asSystemInShop("beian"), ({ tx }) => tx.copyPicture.count())).toBe(0);
    const theirs = await upload(poster, stranger);
    expect(theirs).toMatchObject({ isNew: true, picture: { state: "waiting", lines: [] } });
  });

  it("sent twice at once is one", async () => {
    const bytes = png(999, 99);
    const both = await Promise.all([upload(bytes), upload(bytes)]);
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(new Set(both.map(({ picture }) => picture.id)).size).toBe(1);
    await asOwner("UPDATE copy_picture SET state = 'failed', problem = 'undecodable' WHERE state = 'waiting'");
  });

  it.each([
    ["a PDF with another name", Buffer.from("%PDF-1.7 …"), "unreadable_file", "pdf"],
    ["a page", Buffer.from("<!doctype html><title>x</title>"), "unreadable_file", "not-a-picture"],
    ["nothing", new Uint8Array(), "unreadable_file", "empty"],
    ["what moves", png(10, 10, { before: animationChunk }), "unreadable_file", "animated"],
    ["what would unpack to far too much", png(10_000, 10_000), "invalid_input", "too-many-pixels"],
    ["more than 8 MB", Buffer.concat([png(10, 10), new Uint8Array(8_000_000)]), "too_large", "too-large"],
  ])("is not %s", async (_name, bytes, code, problem) => {
    await expect(upload(bytes)).rejects.toMatchObject({ code, detail: { params: { problem } } });
  });

  it("waits with a few others at most", async () => {
    for (let count = 0; count < 5; count++) await someUnread();
    await expect(someUnread()).rejects.toMatchObject({ code: "rate_limited" });
    await asOwner("UPDATE copy_picture SET state = 'failed', problem = 'undecodable' WHERE state = 'waiting'");
  });
});

describe("a reading", () => {
  it(
    "of a picture that ends early fails with its reason, and is not tried again",
    async () => {
      const broken = poster.subarray(0, 20_000);
      const { picture } = await upload(broken);
      await read(picture.id);
      expect(await getPicture(owner, picture.id)).toMatchObject({ state: "failed", problem: "undecodable", lines: [] });
      expect(await upload(broken)).toMatchObject({ isNew: false, picture: { id: picture.id, state: "failed" } });
    },
    READING_MS_MAX,
  );

  it("that takes too long is ended; the same bytes again are another try", async () => {
    const bytes = png(321, 123);
    const { picture } = await upload(bytes);
    await read(picture.id, { timeoutMs: 1 });
    expect(await getPicture(owner, picture.id)).toMatchObject({ state: "failed", problem: "timeout" });
    expect(await upload(bytes)).toMatchObject({ isNew: false, picture: { state: "waiting", problem: null, progress: 0 } });
    expect(await jobsOf(picture.id)).toHaveLength(1);
  });

  it("that the end of the process cut off is begun again, as if it had not been", async () => {
    const { id } = await someUnread();
    const stop = new AbortController();
    const reading = read(id, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error("stopping")), 50);
    await expect(reading).rejects.toThrow("stopping");
    expect(await asOwner("SELECT state, attempt FROM copy_picture WHERE id = $1", [id])).toEqual([{ state: "waiting", attempt: 0 }]);
  });

  it("that a process died of is given back; one that kills every process is given up", async () => {
    const { id } = await someUnread();
    await asOwner("UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now() - interval '4 minutes' WHERE key = $1", [`read-poster:${id}`]);
    await asOwner("UPDATE graphile_worker._private_job_queues SET locked_by = 'dead', locked_at = now() - interval '4 minutes' WHERE queue_name = 'ocr'");
    await asOwner("UPDATE copy_picture SET state = 'reading', attempt = 3 WHERE id = $1", [id]);
    expect(await releaseDeadReadings(asSystem())).toBe(1);
    expect(await asOwner("SELECT locked_by FROM graphile_worker._private_job_queues WHERE queue_name = 'ocr'")).toEqual([{ locked_by: null }]);
    expect(await releaseDeadReadings(asSystem())).toBe(0);
    await read(id);
    expect(await getPicture(owner, id)).toMatchObject({ state: "failed", problem: "internal" });
  });
});

describe("the words of a poster", () => {
  const draft = (pictureId: string | null, text = "全网第一的好茶具\n附收纳布袋") => ({ productId: product.id, placement: "SHOWCASE" as const, kind: "poster" as const, offerId: null, text, pictureId });

  it("hold it: it stays, goes with the next version, and may be taken off", async () => {
    const { picture } = await upload(poster);
    const { copyId } = await createCopy(owner, draft(picture.id));
    expect((await getCopy(viewer, copyId)).picture).toMatchObject({ id: picture.id, state: "read" });
    await saveCopy(owner, { copyId, expectedVersion: 1, offerId: null, text: "附收纳布袋" });
    expect((await getCopy(owner, copyId)).picture?.id).toBe(picture.id);
    expect(await saveCopy(owner, { copyId, expectedVersion: 2, offerId: null, text: "附收纳布袋", pictureId: null })).toEqual({ version: 3 });
    expect((await getCopy(owner, copyId)).picture).toBeNull();
    await expect(asOwner("DELETE FROM copy_picture WHERE id = $1", [picture.id])).rejects.toThrow(/never changes/);
  });

  it("hold no picture of another shop, and other texts hold none", async () => {
    const { id } = await someUnread();
    const theirs = await upload(poster, stranger);
    await expect(createCopy(owner, draft(theirs.picture.id))).rejects.toMatchObject({ code: "not_found" });
    await expect(createCopy(owner, { ...draft(id), kind: "title" })).rejects.toMatchObject({ code: "invalid_input", detail: { issues: [{ path: "pictureId", code: "poster-only" }] } });
    await expect(createCopy(viewer, draft(id))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("are reviewed beside it: each finding names its line, what the text leaves out is said, and the evidence binds the picture", async () => {
    const { picture } = await upload(poster);
    const { copyId } = await createCopy(owner, draft(picture.id));
    await expect(getSubmittedPictureFile(reviewer, picture.id)).rejects.toMatchObject({ code: "not_found" });
    const { submissionId } = await submitCopy(owner, { copyId, expectedVersion: 1 });
    const submission = await getSubmission(reviewer, submissionId);
    const lines = submission.picture!.lines;
    const placed = placeFindings(submission.text, submission.findings, lines);
    const absolute = submission.findings.findIndex(({ category }) => category === "absolute-claim");
    expect(posterLinesOf(placed, absolute, lines)).toMatchObject([{ text: "全网第一的好茶具" }]);
    expect(placed.missing.map((index) => lines[index]!.text)).toContain("3期免息，每期333元");
    expect((await getSubmittedPictureFile(auditor, picture.id)).bytes).toHaveLength(poster.length);
    await expect(getSubmittedPictureFile(admin, picture.id)).rejects.toMatchObject({ code: "forbidden" });

    const { decisionId } = await decide(reviewer, submissionId, { kind: "approve", findings: await overruleAll(reviewer, submissionId) });
    const evidence = await getEvidence(reviewer, decisionId);
    expect(evidence).toMatchObject({ picture: { id: picture.id, sha256: picture.sha256, width: 600, height: 800 } });
    expect(verifyEvidence(evidence)).toEqual({ verdict: "same" });
    const forged = { ...evidence, picture: { ...(evidence.picture as object), sha256: "0".repeat(64) } };
    expect(verifyEvidence(forged)).toMatchObject({ verdict: "different", differences: ["documentSha256"] });
  });

  it("are looked at one by one: the same words on a poster are not approved with those that have none", async () => {
    const words = "汝窑天青釉茶盏，开片随茶汤渐显。";
    const first = await submitted(owner, product.id, words);
    await decide(second, first.submissionId, { kind: "approve" });
    const { id } = await someUnread();
    const { copyId } = await createCopy(owner, draft(id, words));
    await submitCopy(owner, { copyId, expectedVersion: 1 });
    expect((await getSubmission(second, first.submissionId)).identicalWaiting).toBe(0);
    expect(await approveIdentical(second, { submissionId: first.submissionId, reason: "相同" })).toEqual({ approved: [], left: [] });
  });
});

describe("pictures that no text holds", () => {
  it("are removed after a week; what a text holds stays", async () => {
    const kept = (await upload(poster)).picture.id;
    const { id } = await someUnread();
    await asOwner("UPDATE copy_picture SET state = 'failed', problem = 'undecodable' WHERE state = 'waiting'");
    await sweepPictures(asSystem({ clock }));
    expect((await getPicture(owner, id)).id).toBe(id);
    clock.advance(8 * DAY_MS);
    expect(await sweepPictures(asSystem({ clock }))).toBeGreaterThan(0);
    await expect(getPicture(owner, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await getPicture(owner, kept)).id).toBe(kept);
  });

  it("give way, the oldest first", async () => {
    await asOwner(
      `INSERT INTO copy_picture (id, shop_id, sha256, media_type, width, height, byte_count, bytes, state, created_by, created_at, asked_at)
       SELECT 'pic_old' || n, 'shanshe', 'old' || n, 'image/png', 1, 1, 1, '', 'read', 'x', $1::timestamptz, $1::timestamptz + n * interval '1 second' FROM generate_series(1, 60) n`,
      [clock.now()],
    );
    await someUnread();
    expect(await asOwner("SELECT count(*)::int AS count, min(asked_at) > $1::timestamptz AS are_newest FROM copy_picture WHERE id LIKE 'pic_old%'", [new Date(clock.now().getTime() + 11_000)])).toEqual([{ count: 49, are_newest: true }]);
  });
});

describe("posters over HTTP", () => {
  const api = createApi();
  const ask = async (person: PersonName | null, method: string, path: string, { body, type = "image/png", ...headers }: { body?: Uint8Array<ArrayBuffer>; type?: string | null; [name: string]: unknown } = {}) => {
    const cookie = person && `next-auth.session-token=${await encode({ token: { userId: PEOPLE[person].id, sessionVersion: 0 }, secret: env().AUTH_SECRET })}`;
    return api.request(`/api/v1${path}`, { method, body, headers: { origin: "http://localhost", host: "localhost", ...(cookie && { cookie }), ...(body && type && { "content-type": type }), ...(headers as Record<string, string>) } });
  };
  const body = new Uint8Array(poster);

  it("are uploaded, asked for, and shown as the pictures they are", async () => {
    const again = await ask("owner", "POST", "/shops/shanshe/copy-pictures", { body });
    expect(again.status).toBe(200);
    const { id, sha256 } = (await again.json()) as { id: string; sha256: string };
    const other = await ask("owner", "POST", `/shops/shanshe/copy-pictures?product=${product.id}`, { body: new Uint8Array(png(77, 77)), type: "image/webp" });
    expect(other.status).toBe(201);
    expect(await other.json()).toMatchObject({ state: "waiting", mediaType: "image/png", productId: product.id });
    expect(await (await ask("viewer", "GET", `/shops/shanshe/copy-pictures/${id}`)).json()).toMatchObject({ state: "read", progress: 100 });

    const file = await ask("viewer", "GET", `/shops/shanshe/copy-pictures/${id}/file`);
    expect(Object.fromEntries(file.headers)).toMatchObject({ "content-type": "image/png", "content-disposition": `inline; filename="${id}.png"`, "x-content-type-options": "nosniff", "cache-control": "private, no-cache", etag: `"${sha256}"` });
    expect(Buffer.from(await file.arrayBuffer()).equals(poster)).toBe(true);
    expect((await ask("viewer", "GET", `/shops/shanshe/copy-pictures/${id}/file`, { "if-none-match": `"${sha256}"` })).status).toBe(304);

    const submittedFile = `/copy-pictures/${id}/file`;
    expect((await ask("reviewer", "GET", submittedFile)).headers.get("content-type")).toBe("image/png");
    expect((await ask("owner", "GET", submittedFile)).status).toBe(403);
    expect((await ask("admin", "GET", submittedFile)).status).toBe(403);
    expect((await ask(null, "GET", submittedFile)).status).toBe(401);
    expect((await ask("stranger", "GET", `/shops/shanshe/copy-pictures/${id}/file`)).status).toBe(404);
    expect((await ask("stranger", "GET", `/shops/beian/copy-pictures/${id}`)).status).toBe(404);
  });

  it("are refused with their reason", async () => {
    expect((await ask("viewer", "POST", "/shops/shanshe/copy-pictures", { body })).status).toBe(403);
    expect((await ask(null, "POST", "/shops/shanshe/copy-pictures", { body })).status).toBe(401);
    expect((await ask("owner", "POST", "/shops/shanshe/copy-pictures", { body, type: "application/json" })).status).toBe(415);
    expect((await ask("owner", "POST", "/shops/shanshe/copy-pictures", { body, origin: "http://elsewhere.example" })).status).toBe(403);
    const pdf = await ask("owner", "POST", "/shops/shanshe/copy-pictures", { body: new TextEncoder().encode("%PDF-1.7") });
    expect(pdf.status).toBe(422);
    expect(await pdf.json()).toMatchObject({ code: "unreadable_file", params: { problem: "pdf" } });
    const large = await ask("owner", "POST", "/shops/shanshe/copy-pictures", { body, "content-length": "8000001" });
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ params: { problem: "too-large", max: 8_000_000 } });
  });
});
