/** Who a contact or an admin is. */
import type { Person } from '../people.js';
import { toRow, toText } from '../read-value.js';
import type { Row } from '../vendor.js';

export function personOf(row: Row): Person {
  const location = toRow(row['location']);
  return {
    name: toText(row['name']),
    email: toText(row['email']),
    phone: toText(row['phone']),
    region: toText(location['country_code']) ?? toText(location['country']),
    language: (toText(row['language_override']) ?? toText(row['browser_language']))?.split('-')[0],
  };
}
