// Types of what browser and BFF say to each other about files of schedules.
import type * as z from 'zod/mini'
import type { exportProgress, newScheduleExport } from './export-schemas'

export type NewScheduleExport = z.infer<typeof newScheduleExport>
export type ExportProgress = z.infer<typeof exportProgress>
