// What a group of writes needs of the connection that it has for itself.
export interface Transactions {
  readonly inTransaction: boolean;
  begin(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** What follows can be taken back alone: a savepoint. */
  keep(): Promise<void>;
  /** It stays. */
  release(): Promise<void>;
  takeBack(): Promise<void>;
}
