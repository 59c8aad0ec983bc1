import { stringify } from 'yaml';

const SCHEMA = '# yaml-language-server: $schema=';

/** A customer's file as YAML, for editors that know its schema. */
export const writeCustomerFile = (file: object, schema: string): string =>
  `${SCHEMA}${schema}\n${stringify(file, { lineWidth: 0, defaultStringType: 'PLAIN', singleQuote: false })}`;
