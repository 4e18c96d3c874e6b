"use client";
import { ListStart } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";
import type { Claim } from "@/lib/review/claim-submission";

/** Takes the most urgent one and opens it. */
export function ClaimNextButton({ claimNext }: { claimNext: () => Promise<ActionResult<Claim | null>> }) {
  const t = useTranslations("reviews");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [isPending, startTransition] = useTransition();
  return (
    <Button
      variant="primary"
      pending={isPending}
      onClick={() =>
        startTransition(async () => {
          const result = await claimNext();
          if (!result.ok) toast.error(refusalText(result.refusal));
          else if (result.value === null) toast.info(t("nothingLeft"));
          else router.push(`/platform/reviews/${result.value.submissionId}`);
        })
      }
    >
      <ListStart aria-hidden />
      {t("claimNext")}
    </Button>
  );
}
