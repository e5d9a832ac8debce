/**
 * A mistake of the person who runs or asks, not of the program: shown as its plain sentence, without a stack.
 *
 * The message names the thing, its value and what to do. `exitCode` is what a process ends with when nothing
 * catches it: 1 when the input is at fault, 2 when the call or the settings are.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The message of anything that was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
