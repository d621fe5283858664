import { recordAlone, verifyRecords } from '@/lib/server/records'
import { closeStore } from '@/lib/server/store/store'

try {
  const { read, firstBad } = await verifyRecords()
  await recordAlone({
    at: new Date(),
    person: null,
    role: null,
    source: 'person',
    action: 'verify',
    after: { read, firstBad },
  })
  if (firstBad === null) process.stdout.write(`The records are whole: ${read} entries, each as it was written.\n`)
  else {
    process.stderr.write(
      `The records are broken at entry ${firstBad}; the ${read} before it are as they were written.\n`,
    )
    process.exitCode = 1
  }
} catch (error) {
  process.stderr.write(`The records cannot be read. ${error instanceof Error ? error.message : ''}\n`)
  process.exitCode = 2
} finally {
  await closeStore()
}
