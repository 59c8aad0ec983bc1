import type { Declared } from '@enablement/core';
import { declarationIn } from './declaration.ts';
import { readYamlFile } from './yaml-file.ts';

/** Reads a file of environments. Throws one sentence that names the file, the place in it and what was expected. */
export async function readEnvironments(file: string, env: NodeJS.ProcessEnv): Promise<Declared> {
  const declared = await readYamlFile(file, 'a YAML file with environments', declarationIn(env));
  const doubles = doubled(declared.environments.map(({ cloudId }) => cloudId));
  if (doubles !== undefined) throw new Error(`${file}: cloudId ${doubles} stands in it twice: each environment has its own.`);
  return declared;
}

const doubled = (values: readonly string[]): string | undefined => values.find((value, i) => values.indexOf(value) !== i);
