import { cn } from "@/components/ui/class-names";

const HUES = 12;

/** No pictures are stored yet, so a product shows its first character on a color of its own. */
export function ProductPicture({ title, className }: { title: string; className?: string }) {
  let sum = 0;
  for (const character of title) sum = (sum * 31 + character.codePointAt(0)!) % 9973;
  const hue = (sum % HUES) * (360 / HUES);
  const [first = ""] = title.replace(/^[【（(「\[]/u, "");
  return (
    <span
      aria-hidden
      className={cn("flex shrink-0 items-center justify-center overflow-hidden rounded-md text-2xl font-semibold", className)}
      style={{ background: `linear-gradient(145deg, light-dark(hsl(${hue} 38% 88%), hsl(${hue} 20% 26%)), light-dark(hsl(${hue + 24} 32% 76%), hsl(${hue + 24} 22% 18%)))`, color: `light-dark(hsl(${hue} 40% 24%), hsl(${hue} 40% 86%))` }}
    >
      {first}
    </span>
  );
}
