/** The mark: a dial whose last quarter is filled. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" className="flex-none text-accent">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M10 1a9 9 0 0 1 9 9v9h-9a9 9 0 0 1 0-18Zm0 3a6 6 0 1 0 0 12v-6h6a6 6 0 0 0-6-6Z"
      />
    </svg>
  )
}

/** Mark and name over a page that stands alone. */
export function Brand() {
  return (
    <p className="mb-6 flex items-center gap-2.75 text-[1.1875rem]/6 font-strong tracking-[-0.012em]">
      <Mark size={26} />
      Quarterday
    </p>
  )
}
