import type { ReactElement } from 'react';

/** The product's mark: words turning into a picture. Drawn here, as even a small file would be waited for. */
export function Logo(): ReactElement {
  return (
    <svg viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="7" fill="#b5341a" />
      <path d="M6 6h14v4H6zM6 12h8v4H6zM4 26l8-8 5 5 5-5 6 8z" fill="#fff" />
      <circle cx="24" cy="14" r="4" fill="#ffd9a8" />
    </svg>
  );
}
