"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { toast } from "sonner";
import { Callout } from "@/components/ui/callout";
import { useRefusalText, type ActionResult, type Refusal } from "@/components/ui/refusal";
import { Stepper } from "@/components/ui/stepper";
import { RUNNING_STATES, type Encoding, type Mapping, type ProductImport } from "@/lib/catalog/import-schema";
import { FILE_PROBLEMS } from "@/lib/catalog/unreadable-file";
import { importApi, type RefusedPage } from "./import-api";
import { ImportCheck } from "./import-check";
import { ImportDone } from "./import-done";
import { ImportMapping } from "./import-mapping";
import { ImportProgress } from "./import-progress";
import { ImportUpload } from "./import-upload";

export interface ImportWizardProps {
  shopId: string;
  /** an import to go on with */
  initial: { current: ProductImport; refused: RefusedPage } | null;
  seesCost: boolean;
  mayOffer: boolean;
  rowsMax: number;
  bytesMax: number;
}

type Step = "upload" | "map" | "check" | "done";

const FIRST_LOOK_MS = 200;
const LOOK_EVERY_MS = 700;

/** File → columns → check → done, on one page. Every step stands in the database and the work is done behind, so a reload goes on where one was. */
export function ImportWizard({ shopId, initial, seesCost, mayOffer, rowsMax, bytesMax }: ImportWizardProps) {
  const t = useTranslations("imports");
  const router = useRouter();
  const refusalText = useRefusalText();
  const api = importApi(shopId);
  const base = `/s/${shopId}/products`;
  const [step, setStep] = useState<Step>(initial ? stepOf(initial.current) : "upload");
  const [current, setCurrent] = useState<ProductImport | null>(initial?.current ?? null);
  const [refused, setRefused] = useState<RefusedPage>(initial?.refused ?? { rows: [], next: null });
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState<{ share: number; stop: AbortController } | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const looks = useRef(0);

  // The step is what changed on the page, so that is where reading goes on.
  useEffect(() => {
    if (step === "upload") return;
    document.getElementById("import-step")?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [step]);

  const isRunning = current !== null && RUNNING_STATES.some((state) => state === current.state);
  const lookAgain = useEffectEvent(async (id: string) => {
    const latest = await api.get(id);
    // Without an answer the next look may have one.
    if (latest?.ok) await show(latest.value);
    else setCurrent((known) => known && { ...known });
    if (latest?.ok && latest.value.state === "committed") router.refresh();
  });
  useEffect(() => {
    if (!current || !isRunning) return;
    const timer = setTimeout(() => void lookAgain(current.id), looks.current++ < 3 ? FIRST_LOOK_MS : LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [current, isRunning]);

  async function run<T>(work: () => Promise<ActionResult<T> | null>, then: (value: T) => Promise<void> | void) {
    setIsBusy(true);
    setProblem(null);
    try {
      const result = await work();
      if (result === null) setProblem(t("upload.network"));
      else if (result.ok) await then(result.value);
      else await explain(result.refusal);
    } finally {
      setIsBusy(false);
    }
  }

  async function explain(refusal: Refusal) {
    const kind = FILE_PROBLEMS.find((one) => one === refusal.params?.problem);
    if (kind) return setProblem(t(`unreadable.${kind}`, refusal.params));
    if (refusal.code === "too_large") return setProblem(t("unreadable.too-large"));
    setProblem(refusal.code === "conflict" || refusal.code === "wrong_state" ? t("conflict") : refusalText(refusal));
    if (current && (refusal.code === "conflict" || refusal.code === "wrong_state")) {
      const latest = await api.get(current.id);
      if (latest?.ok) await show(latest.value);
    }
  }

  async function show(next: ProductImport) {
    if (next.state === "mapped" && next.refusedCount > 0) {
      const page = await api.refused(next.id);
      if (page?.ok) setRefused(page.value);
    }
    if (next.state === "failed") setProblem(problemText(next));
    setCurrent(next);
    setStep(stepOf(next));
    window.history.replaceState(null, "", next.state === "discarded" ? `${base}/import` : `${base}/import?import=${next.id}`);
  }

  function problemText({ problem: found }: ProductImport): string {
    const kind = FILE_PROBLEMS.find((one) => one === found?.problem);
    return kind ? t(`unreadable.${kind}`, { line: found!.line ?? 0, max: found!.max ?? 0 }) : t("failedInside");
  }

  function startOver() {
    setCurrent(null);
    setFile(null);
    setProblem(null);
    setStep("upload");
    window.history.replaceState(null, "", `${base}/import`);
    router.refresh();
  }

  const upload = async (chosen: File, encoding: Encoding | null) => {
    setFile(chosen);
    looks.current = 0;
    const stop = new AbortController();
    setSending({ share: 0, stop });
    await run<ProductImport | null>(
      async () => {
        // The same file in another encoding takes the place of what was read wrongly.
        if (encoding && current) await api.discard(current.id, current.version);
        const sent = await api.upload(chosen, { encoding, onProgress: (share) => setSending({ share, stop }), signal: stop.signal });
        if (sent === null && stop.signal.aborted) return { ok: true as const, value: null };
        return sent;
      },
      (uploaded) => (uploaded ? show(uploaded) : startOver()),
    );
    setSending(null);
  };

  const start = (work: () => Promise<ActionResult<ProductImport> | null>) => {
    looks.current = 0;
    return run(work, show);
  };

  return (
    <div className="flex flex-col gap-4">
      <Stepper label={t("steps.label")} current={step} steps={(["upload", "map", "check", "done"] as const).map((id) => ({ id, label: t(`steps.${id}`) }))} />
      {problem ? (
        <Callout tone="refusal" live title={step === "upload" ? t("upload.failed", { name: file?.name ?? current?.fileName ?? "" }) : problem}>
          {step === "upload" ? problem : null}
        </Callout>
      ) : null}
      <div id="import-step" tabIndex={-1} className="outline-none">
        {step === "upload" ? (
          <ImportUpload
            sampleHref={`${base}/import/sample`}
            rowsMax={rowsMax}
            bytesMax={bytesMax}
            sending={sending && file ? { fileName: file.name, share: sending.share } : null}
            onFile={(chosen) => void upload(chosen, null)}
            onCancel={() => sending?.stop.abort()}
          />
        ) : null}
        {step === "map" && current ? (
          <ImportMapping
            key={current.id}
            current={current}
            seesCost={seesCost}
            isBusy={isBusy}
            onEncoding={file ? (encoding) => void upload(file, encoding) : null}
            onSubmit={(mapping: Mapping) => void start(() => api.map(current.id, current.version, mapping))}
            onDiscard={() => void discard(current)}
          />
        ) : null}
        {step === "check" && current && isRunning ? <ImportProgress current={current} isBusy={isBusy} onCancel={() => void cancel(current)} /> : null}
        {step === "check" && current && !isRunning ? (
          <ImportCheck
            current={current}
            refused={refused}
            errorFileHref={`${base}/import/${current.id}/refused-rows`}
            isBusy={isBusy}
            onRemap={() => setStep("map")}
            onCommit={() => void start(() => api.commit(current.id, current.version))}
            onDiscard={() => void discard(current)}
          />
        ) : null}
        {step === "done" && current ? (
          <ImportDone current={current} productsHref={base} offerHref={mayOffer ? `/s/${shopId}/offers/new` : null} errorFileHref={current.refusedCount > 0 ? `${base}/import/${current.id}/refused-rows` : null} onAnother={startOver} />
        ) : null}
      </div>
    </div>
  );

  function cancel(one: ProductImport) {
    return run(
      () => api.cancel(one.id, one.version),
      async (stopped) => {
        toast.success(t("progress.canceled"));
        if (stopped.state === "discarded") startOver();
        else await show(stopped);
      },
    );
  }

  function discard(one: ProductImport) {
    return run(() => api.discard(one.id, one.version), () => {
      toast.success(t("discarded"));
      startOver();
    });
  }
}

function stepOf({ state }: ProductImport): Step {
  if (state === "uploaded") return "map";
  if (state === "checking" || state === "mapped" || state === "committing") return "check";
  return state === "committed" ? "done" : "upload";
}
