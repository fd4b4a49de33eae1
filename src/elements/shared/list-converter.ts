/** A list as an attribute: values separated by commas. */
import type { ComplexAttributeConverter } from 'lit';

export const listConverter: ComplexAttributeConverter<string[] | undefined> = {
  fromAttribute(text) {
    const values = (text ?? '')
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean);
    return values.length > 0 ? values : undefined;
  },
  toAttribute: (values) => values?.join(',') ?? null,
};
