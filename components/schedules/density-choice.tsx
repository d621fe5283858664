import { Rows3, Rows4 } from 'lucide-react'
import { memo } from 'react'
import { Segmented } from '@/components/ui/choice'
import type { Density } from './display'

const DENSITY_OPTIONS = [
  { value: 'comfortable', label: 'Comfortable', icon: Rows3 },
  { value: 'compact', label: 'Compact', icon: Rows4 },
] as const

type DensityChoiceProps = { density: Density; onChange: (density: Density) => void }

/** How close the rows stand. */
export const DensityChoice = memo(function DensityChoice({ density, onChange }: DensityChoiceProps) {
  return <Segmented label="Density" icons options={DENSITY_OPTIONS} value={density} onChoose={onChange} />
})
