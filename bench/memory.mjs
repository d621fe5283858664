// What memory a process has had; Linux alone tells.
import { readFileSync, writeFileSync } from 'node:fs'

/** The most memory that the process had, in MB. */
export function mostMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

/** From now on the most is counted anew, where we may say so. */
export function forgetMostMemory(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // The most of its whole life stands then.
  }
}
