// A map that forgets the entry not used for the longest time when it is full. Owns nothing but its entries.

export class BoundedCache<V> {
  private readonly entries = new Map<string, V>();

  constructor(private readonly capacity: number) {}

  /** The kept value, or `make`'s, kept from now on. What `make` throws is not kept. */
  get(key: string, make: (key: string) => V): V {
    let value = this.entries.get(key);
    if (value === undefined) value = make(key);
    else this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size > this.capacity) this.entries.delete(this.entries.keys().next().value as string);
    return value;
  }
}
