export function StoreHead({ name, note }: { name: string; note: string }) {
  return (
    <div className="border-b border-line bg-surface px-3 pt-6 pb-3">
      <p className="font-semibold">{name}</p>
      <p className="text-xs text-ink-muted">{note}</p>
    </div>
  );
}
