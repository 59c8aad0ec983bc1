import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isNode, methods, type Node, type SpecDocument } from './document.ts';
import { faultOf, referencesOf } from './references.ts';

/** Reads the OpenAPI document that SPEC names, JSON or YAML. Throws one sentence that names SPEC and says what is wrong with it. */
export function readSpec(file: string): SpecDocument {
  const complain = (what: string): never => {
    throw new Error(`SPEC names ${file}, ${what}.`);
  };
  const document = parseText(readText(file, complain));
  if (!isNode(document)) return complain('which is neither JSON nor YAML that describes anything');
  if (typeof document.swagger === 'string') complain(`which is Swagger ${document.swagger}; OpenAPI 3 is needed`);
  if (typeof document.openapi !== 'string' || !/^3\.\d/.test(document.openapi)) complain('which is no OpenAPI 3 document');
  if (!isNode(document.paths) || Object.keys(document.paths).length === 0) complain('which describes no path');
  for (const [path, item] of Object.entries(document.paths as Node)) {
    if (!isNode(item)) return complain(`whose path ${path} is no object`);
    const broken = methods.find((method) => item[method] !== undefined && !isNode(item[method]));
    if (broken !== undefined) complain(`whose ${broken.toUpperCase()} ${path} is no object`);
  }
  for (const { at, reference } of referencesOf(document)) {
    const fault = faultOf(document, reference);
    if (fault !== undefined) complain(`which refers to ${reference} (in ${at}), ${fault}`);
  }
  return document as SpecDocument;
}

function readText(file: string, complain: (what: string) => never): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return complain('and there is no such file');
    if (code === 'EISDIR') return complain('which is a folder');
    return complain(`which cannot be read (${code ?? String(error)})`);
  }
}

/** `undefined` when it is neither. JSON first: as YAML, a large document takes seconds. */
function parseText(text: string): unknown {
  for (const reader of [JSON.parse, (yaml: string) => parse(yaml, { logLevel: 'error' })]) {
    try {
      return reader(text);
    } catch {
      // The next reader, or nobody, can read it.
    }
  }
  return undefined;
}
