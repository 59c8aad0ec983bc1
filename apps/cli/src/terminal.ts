/** What a command has of the world, so that it can be called from anywhere. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** One line, or several. */
  out(text: string): void;
  err(text: string): void;
  /** Whether a person looks at what is printed. */
  readonly colours: boolean;
}
