const CROSS = 'M3.6 3.6l4.8 4.8M8.4 3.6 3.6 8.4';

/** Statuses carry a sign beside their colour: paths in a box of 12 × 12, by the token of that colour. */
export const STATUS_SIGNS: Readonly<Record<string, string>> = {
  'status-resolved': 'M3 6.2 5.2 8.4 9.2 3.8',
  'status-routed': 'M3 6h5.4M6.2 3.6 8.8 6 6.2 8.4',
  'status-closed': CROSS,
  'status-unresolved': CROSS,
  'status-open': 'M3.4 6h.01M6 6h.01M8.6 6h.01',
};
