/** Money in the currency's main unit; the data count its smallest one. */
export function toMainUnit(amount: number, currency: string | null | undefined): number {
  const digits = currency
    ? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits!
    : 2;
  return amount / 10 ** digits;
}
