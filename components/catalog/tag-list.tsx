import { Badge } from "@/components/ui/badge";

export function TagList({ tags, label }: { tags: readonly string[]; label: string }) {
  if (tags.length === 0) return <span className="text-ink-faint">–</span>;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <li key={tag} className="flex">
          <Badge tone="outline">{tag}</Badge>
        </li>
      ))}
    </ul>
  );
}
