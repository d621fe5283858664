/** A bar where words will stand; width in any CSS unit. It does not move. */
export function Bar({ width }: { width: string }) {
  return (
    <span
      aria-hidden
      className="inline-block h-2.5 rounded-[3px] bg-press align-middle forced-colors:bg-[GrayText]"
      style={{ width }}
    />
  )
}
