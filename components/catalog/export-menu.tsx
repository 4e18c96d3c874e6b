"use client";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { FILE_KINDS } from "@/lib/catalog/import-schema";

/** The whole catalog as a file that can be changed and imported again. */
export function ExportMenu({ shopId }: { shopId: string }) {
  const t = useTranslations("products.export");
  const language = useLocale();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button>
          <Download aria-hidden />
          {t("label")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {FILE_KINDS.toReversed().map((kind) => (
          <DropdownMenuItem key={kind} asChild>
            <a href={`/api/v1/shops/${shopId}/products/export?kind=${kind}&language=${language}`} download>
              {t(kind)}
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
