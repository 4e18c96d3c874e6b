export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M13.2 6.5a9.6 9.6 0 1 0 5.4 17.6A8.2 8.2 0 0 1 13.2 6.5Z" fill="#fff" />
      <rect x="19" y="15" width="2.4" height="7" rx="1.2" fill="#fff" />
      <rect x="22.8" y="12" width="2.4" height="10" rx="1.2" fill="#fff" />
      <rect x="26.6" y="9" width="2.4" height="13" rx="1.2" fill="#fff" opacity=".75" />
    </svg>
  );
}
