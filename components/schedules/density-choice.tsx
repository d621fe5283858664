import { Rows3, Rows4 } from 'lucide-react'
import { Segmented } from '@/components/ui/choice'
import type { Display } from './display'

const DENSITY_OPTIONS = [
  { value: 'comfortable', label: 'Comfortable', icon: Rows3 },
  { value: 'compact', label: 'Compact', icon: Rows4 },
] as const

/** How close the rows stand. */
export function DensityChoice({ display, onChange }: { display: Display; onChange: (display: Display) => void }) {
  return (
    <Segmented
      label="Density"
      icons
      options={DENSITY_OPTIONS}
      value={display.density}
      onChoose={(density) => onChange({ ...display, density })}
    />
  )
}
