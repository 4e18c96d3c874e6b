import { useTranslations } from "next-intl";
import { LivestreamCard, LivestreamScene } from "./livestream-card";
import { PhoneFrame } from "./phone-frame";
import { PoiRow } from "./poi-row";
import { ShowcaseTile } from "./showcase-tile";
import { StoreHead } from "./store-head";
import type { StoreGoods } from "@/lib/storefront/store-goods";

const FRAME_NAMES = { LIVESTREAM: "live", SHOWCASE: "showcase", POI: "poi" } as const;

/** One placement in a phone, drawn by the components of the storefront. */
export function PlacementPreview({ goods, shopName, isLink }: { goods: StoreGoods; shopName: string; isLink?: boolean }) {
  const t = useTranslations("labels");
  return (
    <PhoneFrame label={t(`frame.${FRAME_NAMES[goods.placement]}`)}>
      <PlacementScreen goods={goods} shopName={shopName} isLink={isLink} />
    </PhoneFrame>
  );
}

function PlacementScreen({ goods, shopName, isLink }: { goods: StoreGoods; shopName: string; isLink?: boolean }) {
  const t = useTranslations("store");
  switch (goods.placement) {
    case "LIVESTREAM":
      return (
        <div className="relative flex min-h-0 flex-1 flex-col">
          <LivestreamScene shopName={shopName} />
          <div className="absolute inset-x-2 bottom-10">
            <LivestreamCard goods={goods} isLink={isLink} />
          </div>
        </div>
      );
    case "SHOWCASE":
      return (
        <div className="flex min-h-0 flex-1 flex-col bg-canvas">
          <StoreHead name={shopName} note={t("showcaseTitle")} />
          <div className="grid grid-cols-[minmax(0,10rem)_1fr] gap-2 p-2">
            <ShowcaseTile goods={goods} isLink={isLink} />
            <span aria-hidden className="rounded-lg bg-sunken" />
          </div>
        </div>
      );
    case "POI":
      return (
        <div className="flex min-h-0 flex-1 flex-col bg-canvas">
          <StoreHead name={shopName} note={t("poiAddress")} />
          <div className="mt-2">
            <PoiRow goods={goods} isLink={isLink} />
          </div>
        </div>
      );
  }
}
