/** Why a change cannot be written into the repository's files; a result, not a failure. */
export class Inexpressible extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Inexpressible';
  }
}
