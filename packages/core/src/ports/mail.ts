export interface Letter {
  /** Becomes the Message-ID. Sending the same letter again carries the same one, so a mailbox keeps it once. */
  readonly id: string;
  readonly to: string;
  readonly replyTo?: string;
  /** The id of an earlier letter, so that a mailbox shows both together. */
  readonly inReplyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** Hands a letter to the mail server. Throws `Unreachable` when the server cannot take it now, `Refused` when it never will. */
export interface Mail {
  send(letter: Letter): Promise<void>;
}
