import { Rows3, Rows4 } from 'lucide-react'
import { Segmented } from '@/components/ui/choice'
import type { Density } from './display'

const DENSITY_OPTIONS = [
  { value: 'comfortable', label: 'Comfortable', icon: Rows3 },
  { value: 'compact', label: 'Compact', icon: Rows4 },
] as const

/** How close the rows stand. */
export function DensityChoice({ density, onChange }: { density: Density; onChange: (density: Density) => void }) {
  return <Segmented label="Density" icons options={DENSITY_OPTIONS} value={density} onChoose={onChange} />
}
