"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { Callout } from "@/components/ui/callout";
import { useRefusalText, type ActionResult, type Refusal } from "@/components/ui/refusal";
import { Stepper } from "@/components/ui/stepper";
import type { Encoding, Mapping, ProductImport } from "@/lib/catalog/import-schema";
import { FILE_PROBLEMS } from "@/lib/catalog/unreadable-file";
import { importApi, type RefusedPage } from "./import-api";
import { ImportCheck } from "./import-check";
import { ImportDone } from "./import-done";
import { ImportMapping } from "./import-mapping";
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

/** File → columns → check → done, on one page. Every step stands in the database, so a reload goes on where one was. */
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
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  // The step is what changed on the page, so that is where reading goes on.
  useEffect(() => {
    if (step === "upload") return;
    document.getElementById("import-step")?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [step]);

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
    if (next.state === "mapped") {
      const page = await api.refused(next.id);
      if (page?.ok) setRefused(page.value);
    }
    setCurrent(next);
    setStep(stepOf(next));
    window.history.replaceState(null, "", next.state === "discarded" ? `${base}/import` : `${base}/import?import=${next.id}`);
  }

  function startOver() {
    setCurrent(null);
    setFile(null);
    setProblem(null);
    setStep("upload");
    window.history.replaceState(null, "", `${base}/import`);
    router.refresh();
  }

  const upload = (chosen: File, encoding: Encoding | null) => {
    setFile(chosen);
    return run(
      async () => {
        // The same file in another encoding takes the place of what was read wrongly.
        if (encoding && current) await api.discard(current.id, current.version);
        return api.upload(chosen, encoding);
      },
      async (uploaded) => {
        await show(uploaded);
        if (encoding) setStep("map");
      },
    );
  };

  return (
    <div className="flex flex-col gap-4">
      <Stepper label={t("steps.label")} current={step} steps={(["upload", "map", "check", "done"] as const).map((id) => ({ id, label: t(`steps.${id}`) }))} />
      {problem ? <Callout tone="refusal" live title={step === "upload" && file ? t("upload.failed", { name: file.name }) : problem}>{step === "upload" && file ? problem : null}</Callout> : null}
      <div id="import-step" tabIndex={-1} className="outline-none">
        {step === "upload" ? <ImportUpload sampleHref={`${base}/import/sample`} rowsMax={rowsMax} bytesMax={bytesMax} fileName={isBusy ? (file?.name ?? null) : null} onFile={(chosen) => void upload(chosen, null)} /> : null}
        {step === "map" && current ? (
          <ImportMapping
            key={current.id}
            current={current}
            seesCost={seesCost}
            isBusy={isBusy}
            onEncoding={file ? (encoding) => void upload(file, encoding) : null}
            onSubmit={(mapping: Mapping) => void run(() => api.map(current.id, current.version, mapping), show)}
            onDiscard={() => void discard(current)}
          />
        ) : null}
        {step === "check" && current ? (
          <ImportCheck
            current={current}
            refused={refused}
            errorFileHref={`${base}/import/${current.id}/refused-rows`}
            isBusy={isBusy}
            onRemap={() => setStep("map")}
            onCommit={() =>
              void run(() => api.commit(current.id, current.version), async (committed) => {
                await show(committed);
                router.refresh();
              })
            }
            onDiscard={() => void discard(current)}
          />
        ) : null}
        {step === "done" && current ? (
          <ImportDone current={current} productsHref={base} offerHref={mayOffer ? `/s/${shopId}/offers/new` : null} errorFileHref={current.refusedCount > 0 ? `${base}/import/${current.id}/refused-rows` : null} onAnother={startOver} />
        ) : null}
      </div>
    </div>
  );

  function discard(one: ProductImport) {
    return run(() => api.discard(one.id, one.version), () => {
      toast.success(t("discarded"));
      startOver();
    });
  }
}

function stepOf({ state }: ProductImport): Step {
  if (state === "uploaded") return "map";
  if (state === "mapped") return "check";
  return state === "committed" ? "done" : "upload";
}
