/** A series that never restarts has the blank period, which no address can hold; outside it is a dash. */
export function shownPeriod(period: string): string {
  return period === '' ? '-' : period;
}

export function storedPeriod(period: string): string {
  return period === '-' ? '' : period;
}
