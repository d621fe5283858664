/** A count as people read it: "12,500". Whole and not below nought. Groups by hand: the platform's formatter takes milliseconds to wake up. */
export const formatCount = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** "1 payment", "1,283 payments"; for words that take an s. */
export const countOf = (count: number, one: string): string => `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`
