/** A question about the vendor that nobody outside can answer for certain, and the answers that the mock can imitate. */
export interface Switch {
  readonly label: string;
  /** Which fact or assumption it imitates, and whose. */
  readonly why: string;
  /** The first one is the standard. */
  readonly choices: readonly (readonly [value: string, words: string])[];
}

export type Switches = Readonly<Record<string, Switch>>;

/** How each switch stands. Plain data: it is part of a mock's state. */
export type Positions<All extends Switches> = { [Name in keyof All]: All[Name]['choices'][number][0] };

export function standardPositions<All extends Switches>(all: All): Positions<All> {
  return Object.fromEntries(Object.entries(all).map(([name, { choices }]) => [name, choices[0]?.[0]])) as Positions<All>;
}

/** Takes `{"<name>":"<value>"}`. Throws a sentence that names what is wrong; then nothing was changed. */
export function turnSwitches<All extends Switches>(all: All, positions: Positions<All>, wanted: unknown): void {
  const names = Object.keys(all).join(', ');
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) {
    throw new Error(`Switches are an object of names and values; there are: ${names}.`);
  }
  for (const [name, value] of Object.entries(wanted)) {
    const known = Object.hasOwn(all, name) ? all[name] : undefined;
    if (known === undefined) throw new Error(`There is no switch "${name}"; there are: ${names}.`);
    const values = known.choices.map(([choice]) => choice);
    if (!values.includes(String(value))) throw new Error(`${name} is one of: ${values.join(', ')}.`);
  }
  Object.assign(positions, Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, String(value)])));
}

/** Every switch with its position, its question and its choices in words. */
export function describeSwitches<All extends Switches>(all: All, positions: Positions<All>): object[] {
  return Object.entries(all).map(([name, { label, why, choices }]) => ({
    name,
    value: positions[name],
    label,
    why,
    choices: Object.fromEntries(choices),
  }));
}
