import { Button } from './button'

export type TurnerProps = {
  /** From 1. */
  page: number
  /** Another page follows. */
  more: boolean
  onPage: (page: number) => void
}

/** Previous and next page, where there is more than one; how many there are nobody says. */
export function Turner({ page, more, onPage }: TurnerProps) {
  if (!more && page === 1) return null
  return (
    <nav aria-label="Pagination" className="mt-3 flex items-center gap-3 text-small text-ink-2 print:hidden">
      <Button blocked={page === 1} onClick={() => onPage(page - 1)}>
        Previous
      </Button>
      Page {page}
      <Button blocked={!more} onClick={() => onPage(page + 1)}>
        Next
      </Button>
    </nav>
  )
}
