const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** "14:41:07" in London, from an instant in ms. */
export const londonClock = (ms: number): string => CLOCK.format(ms)
