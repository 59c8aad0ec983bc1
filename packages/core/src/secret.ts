const PRINTED = '[secret]';

/**
 * A value that must never be read by accident: printing, logging, inspecting and JSON all give `[secret]`.
 * `reveal()` is the only way in, so every use of a secret can be found by searching for that word.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return PRINTED;
  }

  toJSON(): string {
    return PRINTED;
  }

  /** What `console.log` and `util.inspect` ask for. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return PRINTED;
  }
}
