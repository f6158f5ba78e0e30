/** An answer of the store other than success: status and code as Atlassian sends them. */
export class KvsRefusal extends Error {
  override readonly name = 'KvsRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const refuse = (code: string, message: string): never => {
  throw new KvsRefusal(400, code, message);
};
