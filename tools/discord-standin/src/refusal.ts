/** Saying no: an error answer, and the record of what led to it. */

/** An answer that is an error, with Discord's own number for it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What bots did that Discord refuses, and what else the stand-in is asked to report: one sentence each, with the request. */
export class Violations {
  readonly list: string[] = [];

  add(request: string, fault: string): void {
    this.list.push(`${request}: ${fault}`);
  }

  /** Records a fault and answers as Discord would. */
  refuse(request: string, fault: string, refusal: Refusal): never {
    this.add(request, fault);
    throw refusal;
  }

  /** Records the faults of a body, and refuses the body if there are any. */
  refuseBody(request: string, faults: readonly string[]): void {
    for (const fault of faults) this.add(request, fault);
    if (faults.length > 0) throw new Refusal(400, 50035, `Invalid Form Body: ${faults.join('; ')}`);
  }
}
