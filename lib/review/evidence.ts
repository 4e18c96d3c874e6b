import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { z } from "zod";

/** Years that evidence is kept: nothing here is ever deleted, and a clean-up that is written later may not go below. */
export const EVIDENCE_YEARS_MIN = 3;
export const EVIDENCE_KIND = "copy-decision";

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** One document per decision: all that is needed to see what was decided, by whom, on which words and which numbers. */
const evidenceSchema = z.object({
  kind: z.literal(EVIDENCE_KIND),
  formatVersion: z.literal(1),
  shop: z.object({ id: z.string(), name: z.string() }),
  copy: z.object({ id: z.string(), version: z.int(), kind: z.string(), placement: z.string() }),
  submission: z.object({ id: z.string(), by: z.string(), byName: z.string(), at: z.string() }),
  /** exactly as it was submitted and as it is shown */
  text: z.string(),
  textSha256: hashSchema,
  /** the poster that the words stand on, if there is one */
  picture: z.object({ id: z.string(), sha256: hashSchema, mediaType: z.string(), width: z.int(), height: z.int() }).optional(),
  findings: z.array(z.record(z.string(), z.unknown())),
  findingsSha256: hashSchema,
  /** product, offer revision, dates of the activity and the quotes of its terms */
  facts: z.record(z.string(), z.unknown()),
  factsSha256: hashSchema,
  ruleSetSha256: hashSchema,
  decision: z.object({
    step: z.int(),
    kind: z.string(),
    state: z.string(),
    by: z.string(),
    byName: z.string(),
    at: z.string(),
    reason: z.string(),
    findings: z.array(z.object({ finding: z.int(), verdict: z.string(), reason: z.string() })),
  }),
  /** the document of the decision before it on the same submission, if there was one */
  previousSha256: hashSchema.nullable(),
});
export type Evidence = z.output<typeof evidenceSchema>;
export type EvidenceFacts = Omit<Evidence, "kind" | "formatVersion" | "textSha256" | "findingsSha256" | "factsSha256">;

const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalize(value)!)));

/** The document, with the hash of each part; all hashes are sha256 over RFC 8785 JSON, in hex. */
export function makeEvidence(facts: EvidenceFacts): { document: Evidence; documentSha256: string } {
  const document: Evidence = {
    kind: EVIDENCE_KIND,
    formatVersion: 1,
    ...facts,
    textSha256: hashOf(facts.text),
    findingsSha256: hashOf(facts.findings),
    factsSha256: hashOf(facts.facts),
  };
  return { document, documentSha256: hashOf(document) };
}

export type EvidenceVerification = { verdict: "same" } | { verdict: "different"; differences: string[] } | { verdict: "unreadable"; field: string };

/** Recomputes every hash of a document, and the hash of the whole where it stands beside it as `documentSha256`. */
export function verifyEvidence(data: Record<string, unknown>): EvidenceVerification {
  const { documentSha256, ...rest } = data;
  const parsed = evidenceSchema.strict().safeParse(rest);
  if (!parsed.success) return { verdict: "unreadable", field: parsed.error.issues[0]!.path.map(String).join(".") };
  const document = parsed.data;
  const differences: string[] = [];
  if (hashOf(document.text) !== document.textSha256) differences.push("textSha256");
  if (hashOf(document.findings) !== document.findingsSha256) differences.push("findingsSha256");
  if (hashOf(document.facts) !== document.factsSha256) differences.push("factsSha256");
  document.findings.forEach(({ start, end, matched }, index) => {
    if (typeof start !== "number" || typeof end !== "number" || document.text.slice(start, end) !== matched) differences.push(`findings.${index}.matched`);
  });
  if (documentSha256 !== hashOf(document)) differences.push("documentSha256");
  return differences.length === 0 ? { verdict: "same" } : { verdict: "different", differences };
}
