import type { Placement } from "@/lib/offers/placement";
import type { OfferContent } from "@/lib/offers/schema";

/** A second opinion on which label wins: written from the rules alone, slow and plain, sharing no code with the product. */
export interface World {
  products: { id: string; category: string; skus: { code: string; cash: number; installment: number; inStock: boolean }[] }[];
  offers: { id: string; content: OfferContent | null; revision: number; isPaused: boolean; isEnded: boolean; used: number }[];
  isStopped: boolean;
  /** newest last */
  cards: { from: number; lender: string; fees: Record<string, number> }[];
}

export interface Shown {
  mainLine: string;
  subLine: string;
  term: number;
  offerId: string;
  revision: number;
  perPeriodFen: number;
  priceFen: number;
  nominalAprPercent: string;
  interestFree: boolean;
}

const TEMPLATES: Record<string, { placements: string; main: string; zero: boolean }> = {
  "zero-interest": { placements: "LIVESTREAM SHOWCASE POI", main: "T期0息", zero: true },
  "zero-interest-per-period": { placements: "SHOWCASE POI", main: "T期0息 每期P 年化A", zero: true },
  "per-period": { placements: "SHOWCASE POI", main: "每期P 共T期 年化A", zero: false },
  "per-period-short": { placements: "LIVESTREAM SHOWCASE POI", main: "PxT期 年化A", zero: false },
  apr: { placements: "LIVESTREAM SHOWCASE POI", main: "T期 年化A", zero: false },
};
const LIMITS = { LIVESTREAM: [24, 40], SHOWCASE: [32, 48], POI: [40, 60] } as const;
const PAYERS: Record<string, string[]> = { "100": ["买家付费", "买家付"], "010": ["商家付费", "商家付"], "001": ["平台付费", "平台付"], "110": ["买家商家分担", "买商付"] };

/** The label of a product at an instant, or the public reason for none where the rules fix it; "" for any other reason. */
export function shownBy(world: World, productId: string, placement: Placement, at: number, ask: { code?: string; amount?: number } = {}): Shown | string {
  if (world.isStopped) return "stopped";
  const product = world.products.find(({ id }) => id === productId);
  const asked = (product?.skus ?? []).filter(({ code }) => ask.code === undefined || code === ask.code);
  if (!product || asked.length === 0) return "not-for-sale";
  const inStock = asked.filter((sku) => sku.inStock);
  if (inStock.length === 0) return "out-of-stock";
  const winners = [...inStock].sort((a, b) => a.cash - b.cash).map((sku) => winnerOf(world, product, sku, placement, at, ask.amount));
  if (winners.every((winner) => winner === null)) return "";
  const [first] = winners;
  const key = (winner: (typeof winners)[number]) => winner && [winner.offerId, winner.term, winner.mainLine, winner.subLine].join("|");
  const prices = new Set(inStock.map(({ cash, installment }) => (ask.amount === undefined ? `${cash} ${installment}` : `${installment - cash}`)));
  if (prices.size > 1 && winners.some((winner) => winner?.namesAmount || key(winner) !== key(first!))) return "sku-required";
  const { namesAmount: _namesAmount, ...shown } = first!;
  return shown;
}

function winnerOf(world: World, product: World["products"][number], sku: World["products"][number]["skus"][number], placement: Placement, at: number, amount?: number): (Shown & { namesAmount: boolean }) | null {
  const date = Math.floor((at + 8 * 3_600_000) / 86_400_000);
  const card = world.cards.filter(({ from }) => from <= date).at(-1)!;
  const cash = amount ?? sku.cash;
  const installment = cash + sku.installment - sku.cash;
  let best: (Shown & { namesAmount: boolean; rank: [number, number, number, string] }) | null = null;
  for (const { id, content, revision, isPaused, isEnded, used } of world.offers) {
    if (!content || isPaused || isEnded || at < Date.parse(content.window.from) || at >= Date.parse(content.window.to)) continue;
    const { target } = content;
    const isTargeted = target.kind === "all" || (target.kind === "categories" && target.categories.includes(product.category)) || (target.kind === "products" && target.productIds.includes(product.id));
    if (!isTargeted || !content.placements.includes(placement) || installment < content.minAmountFen || installment > content.maxAmountFen) continue;
    for (const term of content.terms) {
      const { consumerBps: c, merchantBps: m, platformBps: p } = content.funding;
      const feeOf = (payer: string, bps: number) => BigInt(bps) * BigInt(card.fees[`${payer}${term}`]!) * BigInt(installment);
      const shares = [feeOf("c", c), feeOf("m", m), feeOf("p", p)];
      const total = halfEven(shares[0]! + shares[1]! + shares[2]!, 100_000_000n);
      const [consumer, merchant] = largestRemainder(total, shares);
      if (merchant > 0 && content.budgetFen !== null && content.budgetFen - used < merchant) continue;
      const each = Math.floor(installment / term) + Math.floor(consumer / term);
      const first = installment - (term - 1) * Math.floor(installment / term) + consumer - (term - 1) * Math.floor(consumer / term);
      const rate = 12 * irr(cash, first, each, term);
      if (rate > 0.24) continue;
      const interestFree = installment + consumer <= cash;
      const template = TEMPLATES[content.templates[placement] ?? ""];
      if (!template?.placements.includes(placement) || (template.zero && !interestFree)) continue;
      const percent = percentOf(rate);
      const main = template.main.replace("T", String(term)).replace("P", yuan(Math.max(first, each))).replace("A", `${percent}%`);
      const sub = PAYERS[[c, m, p].map((bps) => (bps > 0 ? 1 : 0)).join("")]!.map((payer) => `消费信贷|${card.lender}|${payer}|年化${percent}%|逾期计费`).find((words) => width(words) <= LIMITS[placement][1]);
      if (sub === undefined || width(main) > LIMITS[placement][0]) continue;
      const rank: [number, number, number, string] = [-content.priority, Math.round(rate * 1e6), -term, id];
      if (best && !isBefore(rank, best.rank)) continue;
      best = { rank, mainLine: main, subLine: sub, term, offerId: id, revision, perPeriodFen: Math.max(first, each), priceFen: cash, nominalAprPercent: percent, interestFree, namesAmount: template.main.includes("P") };
    }
  }
  if (!best) return null;
  const { rank: _rank, ...shown } = best;
  return shown;
}

const isBefore = (a: readonly (number | string)[], b: readonly (number | string)[]): boolean => {
  const step = a.findIndex((value, index) => value !== b[index]);
  return step >= 0 && a[step]! < b[step]!;
};

function halfEven(dividend: bigint, divisor: bigint): number {
  const twice = 2n * (dividend % divisor);
  const floor = dividend / divisor;
  return Number(twice > divisor || (twice === divisor && floor % 2n === 1n) ? floor + 1n : floor);
}

function largestRemainder(total: number, shares: bigint[]): [number, number, number] {
  const sum = shares.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return [0, 0, 0];
  const parts = shares.map((share) => Number((BigInt(total) * share) / sum));
  const order = [0, 1, 2].sort((a, b) => Number(((BigInt(total) * shares[b]!) % sum) - ((BigInt(total) * shares[a]!) % sum)) || a - b);
  for (let left = total - parts.reduce((a, b) => a + b, 0), next = 0; left > 0; left--, next++) parts[order[next]!]!++;
  return parts as [number, number, number];
}

/** Of a month, by halving. */
function irr(received: number, first: number, each: number, term: number): number {
  let low = -0.5;
  let high = 0.5;
  for (let step = 0; step < 200; step++) {
    const rate = (low + high) / 2;
    let worth = first / (1 + rate);
    for (let period = 2; period <= term; period++) worth += each / (1 + rate) ** period;
    if (worth > received) low = rate;
    else high = rate;
  }
  return Math.abs(low) < 1e-12 ? 0 : low;
}

function percentOf(rate: number): string {
  if (rate > 0 && rate < 0.00005) return "<0.01";
  return (rate * 100).toFixed(2);
}

function yuan(fen: number): string {
  const [whole, cents] = (fen / 100).toFixed(2).split(".") as [string, string];
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`;
}

const width = (text: string): number => [...text].reduce((halves, character) => halves + (character.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
