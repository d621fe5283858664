import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'

/** A newer reading came while something was typed on an older one: the way to compare them. */
export function ChangedSince({ onCompare }: { onCompare: () => void }) {
  return (
    <div className="mb-4">
      <Banner
        tone="warn"
        live="status"
        title="This schedule changed after you opened it."
        actions={<TextButton onClick={onCompare}>Compare with your changes</TextButton>}
      >
        Your changes are kept. They cannot be saved before they are compared.
      </Banner>
    </div>
  )
}
